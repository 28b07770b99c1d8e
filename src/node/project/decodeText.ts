// From a file's bytes to its text: UTF-8 and nothing that resembles it.
import { isUtf8 } from "node:buffer";
import { BadInput } from "../../assumptions/problems.ts";

/** A file as text, and how it is written. */
export interface TextFile {
  /** Without a byte order mark; lines end in "\n" or "\r\n". */
  text: string;
  /** Another text with the mark and line ends of this one. */
  asWritten(text: string): string;
}

/** The text of bytes in UTF-8. @throws BadInput, with the place, where they are none */
export function decodeText(bytes: Buffer, file: string): TextFile {
  const wrong = (message: string, hint: string, offset = 0) =>
    new BadInput([{ place: placeOf(bytes, offset, file), path: "", message, hint }]);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) throw wrong(`the file is in ${wide}, UTF-8 is wanted`, saveAs(wide, file));
  const nul = bytes.indexOf(0);
  if (!isUtf8(bytes)) {
    if (nul >= 0) throw wrong("the file is no text", "a text in UTF-8 is wanted", nul);
    const offset = firstInvalid(bytes);
    const encoding = oneByteEncoding(bytes);
    const byte = bytes[offset]!.toString(16).toUpperCase().padStart(2, "0");
    throw wrong(`the file is not UTF-8: the byte ${byte} stands here`, saveAs(encoding, file), offset);
  }
  if (nul >= 0) throw wrong("a NUL character stands here", "take it out", nul);
  const whole = bytes.toString("utf8");
  const mark = whole.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = whole.slice(mark.length);
  // Lines of old Macs.
  const isMac = text.includes("\r") && !text.includes("\n");
  return {
    text: isMac ? text.replaceAll("\r", "\n") : text,
    asWritten: (other) => mark + (isMac ? other.replaceAll("\n", "\r") : other),
  };
}

function saveAs(encoding: string, file: string): string {
  return `save it as UTF-8 in your editor, or: iconv -f ${encoding} -t UTF-8 ${quoted(file)} > NEW_FILE`;
}

function quoted(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}

/** UTF-16 or UTF-32 by its mark, or by the zeros that every other byte of a text in Latin letters is. */
function wideEncoding(bytes: Buffer): string | undefined {
  const [one, two, three, four] = bytes;
  if (one === 0xff && two === 0xfe)
    return three === 0 && four === 0 && bytes.length >= 4 ? "UTF-32LE" : "UTF-16LE";
  if (one === 0xfe && two === 0xff) return "UTF-16BE";
  if (one === 0 && two === 0 && three === 0xfe && four === 0xff) return "UTF-32BE";
  const looked = Math.min(bytes.length & ~1, 1000);
  if (looked < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const most = 0.4 * looked;
  const few = 0.05 * looked;
  if (zeros[1]! > most && zeros[0]! < few) return "UTF-16LE";
  if (zeros[0]! > most && zeros[1]! < few) return "UTF-16BE";
  return undefined;
}

/** What a text with bytes above 7F most probably is in: only Windows has letters and quotes at 80 to 9F. */
function oneByteEncoding(bytes: Buffer): string {
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f) ? "WINDOWS-1252" : "ISO-8859-1";
}

/** The offset of the first character that is none; there is one. */
function firstInvalid(bytes: Buffer): number {
  for (let at = 0; ; ) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
}

/** Line and column, from 1; columns count UTF-16 units, as in all messages. */
function placeOf(bytes: Buffer, offset: number, file: string) {
  const before = bytes
    .subarray(0, offset)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const lines = before.split(/\r\n|\r|\n/);
  return { file, line: lines.length, column: lines.at(-1)!.length + 1 };
}
