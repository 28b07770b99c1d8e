// The page that lists everything. Right answers.
import { expect, test } from "vitest";
import { indexHtml } from "../../../src/report/html/indexHtml.ts";

test("scenarios stand before notebooks, and a notebook says what it begins with, as text", () => {
  const notebooks = [{ title: "A try", beginning: "Is 1 <b> enough?", file: "notebooks/a.html" }];
  const page = indexHtml([], notebooks, { policyHash: () => "", encode: () => "" });
  const places = ['id="scenarios"', 'id="notebooks"', "Is 1 &lt;b&gt; enough?"].map((text) =>
    page.indexOf(text),
  );
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
