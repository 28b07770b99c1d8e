import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "../../src/format/jsonText.ts";

test("right answer: a figure and a column stand on one line", () => {
  const data = { title: "T", mean: { value: 1.5, error: 0 }, paid: { steps: [1, 2], none: [], nothing: {} } };
  expect(jsonText(data)).toBe(
    '{\n  "title": "T",\n  "mean": { "value": 1.5, "error": 0 },\n  "paid": {\n    "steps": [1, 2],\n    "none": [],\n    "nothing": {}\n  }\n}\n',
  );
});

test("right answer: a number that is none is null, and what is undefined is left out", () => {
  expect(jsonText([{ a: Number.NaN, b: undefined, c: -0 }])).toBe('[\n  { "a": null, "c": 0 }\n]\n');
});

test("law: the text means the same as what JSON.stringify writes", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(JSON.stringify(JSON.parse(jsonText(data)))).toBe(
        JSON.stringify(JSON.parse(JSON.stringify(data))),
      );
    }),
  );
});
