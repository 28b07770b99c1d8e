// The one reader of files: what it takes, and what it says of all else. Right answers.
import { execFileSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { BadInput } from "../../../src/assumptions/problems.ts";
import { MissingFile, readText, readTextFile, textIfReadable } from "../../../src/node/project/readText.ts";
import { hasLinks, hasPipes } from "../systems.ts";

const folder = mkdtempSync(join(tmpdir(), "sandtable-text-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (content: string | Uint8Array) => {
  const path = join(folder, "file.yaml");
  writeFileSync(path, content);
  return path;
};

describe("a text in UTF-8 is read as it is", () => {
  test.each([
    ["nothing", "", ""],
    ["signs beyond the first plane", "é 🎉 \u202e\n", "é 🎉 \u202e\n"],
    ["a byte order mark is no part of the text", "\ufeffa: 1\n", "a: 1\n"],
    ["a second one is", "\ufeff\ufeffa", "\ufeffa"],
    ["the line ends of Windows", "a\r\nb\r\n", "a\r\nb\r\n"],
    ["those of old Macs become those of today", "a\rb\r", "a\nb\n"],
  ])("%s", (_, content, text) => {
    const file = readTextFile(written(content), "written");
    expect(file.text).toBe(text);
    expect(file.asWritten(file.text)).toBe(content);
  });
});

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const save = (encoding: string) =>
  `save it as UTF-8 in your editor, or: iconv -f ${encoding} -t UTF-8 file.yaml > NEW_FILE`;

describe("other bytes are told with their place and what to do", () => {
  test.each([
    [
      "Latin-1",
      bytes("a: 1\nb: Caf", [0xe9], "\n"),
      `2:7: the file is not UTF-8: the byte E9 stands here (${save("ISO-8859-1")})`,
    ],
    [
      "Windows-1252",
      bytes("\ufeffé ", [0x93], "q", [0x94]),
      `1:3: the file is not UTF-8: the byte 93 stands here (${save("WINDOWS-1252")})`,
    ],
    [
      "an end within a character",
      bytes("a\r\nb\rc", [0xf0, 0x9f, 0x8e]),
      `3:2: the file is not UTF-8: the byte F0 stands here (${save("WINDOWS-1252")})`,
    ],
    [
      "half of a pair of surrogates",
      bytes([0xed, 0xa0, 0x80]),
      `1:1: the file is not UTF-8: the byte ED stands here (${save("WINDOWS-1252")})`,
    ],
    [
      "UTF-16 with its mark",
      Buffer.from("\ufeffa: 1", "utf16le"),
      `1:1: the file is in UTF-16LE, UTF-8 is wanted (${save("UTF-16LE")})`,
    ],
    [
      "UTF-16 the other way",
      Buffer.from("\ufeffa: 1", "utf16le").swap16(),
      `1:1: the file is in UTF-16BE, UTF-8 is wanted (${save("UTF-16BE")})`,
    ],
    [
      "UTF-16 without",
      Buffer.from("a: größe\n", "utf16le"),
      `1:1: the file is in UTF-16LE, UTF-8 is wanted (${save("UTF-16LE")})`,
    ],
    [
      "UTF-16 without, the other way",
      Buffer.from("a: größe\n", "utf16le").swap16(),
      `1:1: the file is in UTF-16BE, UTF-8 is wanted (${save("UTF-16BE")})`,
    ],
    [
      "UTF-32",
      bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
      `1:1: the file is in UTF-32LE, UTF-8 is wanted (${save("UTF-32LE")})`,
    ],
    [
      "a NUL",
      bytes("title: a\nb: x", [0], "y, and more of it"),
      "2:5: a NUL character stands here (take it out)",
    ],
    [
      "no text at all",
      bytes("\u0089PNG", [0, 0xff, 0]),
      "1:5: the file is no text (a text in UTF-8 is wanted)",
    ],
  ])("%s", (_, content, told) => {
    const path = written(content);
    expect(() => readText(path, "written", "file.yaml")).toThrow(BadInput);
    expect(() => readText(path, "written", "file.yaml")).toThrow(
      new RegExp(`^${escaped(`file.yaml:${told}`)}$`),
    );
    expect(textIfReadable(path, "written")).toBeUndefined();
  });

  test("the command that is named makes it readable", () => {
    written(bytes("title: Caf", [0xe9]));
    // To the letter: what stands behind "or:", run in the file's folder.
    const [, command] = /or: (.*)\)$/.exec(`(${save("ISO-8859-1")})`)!;
    execFileSync("sh", ["-c", command!], { cwd: folder });
    expect(readText(join(folder, "NEW_FILE"), "written")).toBe("title: Café");
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe.skipIf(!hasLinks || !hasPipes)("what is no regular file is refused at once", () => {
  const pipe = join(folder, "pipe");
  if (hasPipes) execFileSync("mkfifo", [pipe]);
  const link = join(folder, "link");
  if (hasLinks) symlinkSync("/dev/zero", link);
  test.each([
    ["/dev/zero", "is a device, a regular file is wanted (write what it gives into a file first)"],
    ["/dev/full", "is a device, a regular file is wanted (write what it gives into a file first)"],
    ["/dev/null", "is a device, a regular file is wanted (write what it gives into a file first)"],
    [link, "is a device, a regular file is wanted (write what it gives into a file first)"],
    [pipe, "is a pipe, a regular file is wanted (write what it gives into a file first)"],
    [folder, "is a folder, a file is wanted"],
    [join(folder, "none"), "there is no such file"],
    ["/dev/null/none", "there is no such file"],
    [join(folder, "x".repeat(300)), "there is no such file"],
    [join(folder, "a\0b"), "there is no such file"],
  ])("%s", (path, told) => {
    expect(() => readText(path, "written", "it")).toThrow(new RegExp(`^it: ${escaped(told)}$`));
    if (told.startsWith("there")) expect(() => readText(path, "written")).toThrow(MissingFile);
  });
});

test("a file has a size that is meant for its kind", () => {
  const path = written("a");
  // A hole: it takes no room on the disk.
  truncateSync(path, 16 * 2 ** 20 + 1);
  expect(() => readText(path, "written", "it")).toThrow(
    /^it: is larger than 16 MB, which is the most that is read$/,
  );
  expect(() => readText(path, "data", "it")).toThrow(/^it:.*no text|NUL/);
});

test("no other reader of files is in the kit, but those of its own files and of the state of its own output", () => {
  const source = fileURLToPath(new URL("../../../src", import.meta.url));
  const readers = (readdirSync(source, { recursive: true, encoding: "utf8" }) as string[])
    // What builds the kit reads nothing of a project.
    .filter((file) => !file.startsWith("build"))
    .filter(
      (file) => file.endsWith(".ts") && /\breadFile(Sync)?\b/.test(readFileSync(join(source, file), "utf8")),
    )
    .sort();
  expect(readers).toEqual(["cli/terminal.ts", "node/output/render.ts", "node/project/ownFiles.built.ts"]);
});
