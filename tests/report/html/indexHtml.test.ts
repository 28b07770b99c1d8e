// The page that lists everything. Right answers.
import { expect, test } from "vitest";
import { indexHtml } from "../../../src/report/html/indexHtml.ts";

test("scenarios stand before notebooks, the handbook after them, and each says what it begins with, as text", () => {
  const notebooks = [
    { title: "How to", beginning: "It is > all.", file: "notebooks/handbook-a.html", isHandbook: true },
    { title: "A try", beginning: "Is 1 <b> enough?", file: "notebooks/b.html", isHandbook: false },
  ];
  const page = indexHtml([], notebooks, { policyHash: () => "", encode: () => "" });
  const texts = [
    'id="scenarios"',
    'id="notebooks"',
    "Is 1 &lt;b&gt; enough?",
    'id="handbook"',
    "It is &gt; all.",
  ];
  const places = texts.map((text) => page.indexOf(text));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("without notebooks there is no heading for them", () => {
  const page = indexHtml([], [], { policyHash: () => "", encode: () => "" });
  expect(page).not.toContain('id="notebooks"');
  expect(page).not.toContain('id="handbook"');
});
