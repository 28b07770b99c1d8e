// Widths of texts in the font that charts are drawn with, from the TrueType file itself.
// Without a canvas Vega can only guess them, a third too wide.

/** Measures texts in one font: pixels at font size 1. */
export type MeasureText = (text: string) => number;

/** Reads the tables "cmap" (formats 4 and 12) and "hmtx" of a TrueType file (ISO/IEC 14496-22). Kerning is left out. */
export function readFont(file: Uint8Array): MeasureText {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = tablesOf(view);
  const unitsPerEm = view.getUint16(table("head") + 18);
  const metrics = view.getUint16(table("hhea") + 34);
  const hmtx = table("hmtx");
  const glyphOf = readCmap(view, table("cmap"));
  const widths = new Map<number, number>();
  const widthOf = (codePoint: number): number => {
    let width = widths.get(codePoint);
    if (width === undefined) {
      const glyph = Math.min(glyphOf(codePoint), metrics - 1);
      width = view.getUint16(hmtx + 4 * glyph) / unitsPerEm;
      widths.set(codePoint, width);
    }
    return width;
  };
  return (text) => {
    let width = 0;
    for (const character of text) width += widthOf(character.codePointAt(0)!);
    return width;
  };
}

function tablesOf(view: DataView): (tag: string) => number {
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    tables.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`the font has no table "${tag}"`);
    return offset;
  };
}

/** Glyph of a code point; 0 where the font has none. */
function readCmap(view: DataView, cmap: number): (codePoint: number) => number {
  const subtables = new Map<number, number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    subtables.set(view.getUint16(offset), offset);
  }
  const groups = subtables.get(12);
  if (groups !== undefined) return (codePoint) => glyphInGroups(view, groups, codePoint);
  const segments = subtables.get(4);
  if (segments !== undefined) return (codePoint) => glyphInSegments(view, segments, codePoint);
  throw new Error("the font has no Unicode character map");
}

function glyphInGroups(view: DataView, offset: number, codePoint: number): number {
  for (let i = 0; i < view.getUint32(offset + 12); i++) {
    const group = offset + 16 + 12 * i;
    if (codePoint > view.getUint32(group + 4)) continue;
    const start = view.getUint32(group);
    return codePoint < start ? 0 : view.getUint32(group + 8) + codePoint - start;
  }
  return 0;
}

function glyphInSegments(view: DataView, offset: number, codePoint: number): number {
  const twice = view.getUint16(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + twice];
  const [deltas, ranges] = [starts + twice, starts + 2 * twice];
  for (let at = 0; at < twice; at += 2) {
    if (codePoint > view.getUint16(ends + at)) continue;
    const start = view.getUint16(starts + at);
    if (codePoint < start) return 0;
    const delta = view.getUint16(deltas + at);
    const range = view.getUint16(ranges + at);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(ranges + at + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
