// Widths of texts in the font that charts are drawn with, from the font file itself.
// Without a canvas Vega can only guess them, a third too wide.
import { create } from "fontkitten";

/** Measures texts in one font: pixels at font size 1. */
export type MeasureText = (text: string) => number;

/** Reads a font file. A text is as wide as its characters' glyphs advance; kerning is left out. */
export function readFont(file: Buffer): MeasureText {
  const font = create(file);
  if (font.isCollection) throw new Error("a file with one font is wanted, this one has several");
  const widths = new Map<number, number>();
  const widthOf = (codePoint: number): number => {
    let width = widths.get(codePoint);
    if (width === undefined) {
      width = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
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
