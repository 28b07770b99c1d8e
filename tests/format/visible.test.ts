import { expect, test } from "vitest";
import { jsonText } from "../../src/format/jsonText.ts";
import { visible } from "../../src/format/visible.ts";

test.each([
  ["\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m"],
  ["a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd"],
  ["a\rb\r\nc\n\td", "a\\u000db\nc\n\td"],
  ["\u009b2J\u007f\u0000\u0007", "\\u009b2J\\u007f\\u0000\\u0007"],
  ["a\u2028b\ufeff", "a\\u2028b\\ufeff"],
  ["größe 🎉 👩‍👩‍👧 “x” −1", "größe 🎉 👩‍👩‍👧 “x” −1"],
])("right answer: what commands a terminal is written out, all else stays: %j", (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test("JSON holds the same text, without a sign that commands", () => {
  const data = { title: "a\u202eb\u009b2J\u001b\u2028", "k\u200f": "\\u202e" };
  expect(JSON.parse(jsonText(data))).toEqual(data);
  expect(visible(jsonText(data))).toBe(jsonText(data));
});
