// Right answers by hand: how words and figures are laid out in a terminal.
import { describe, expect, test } from "vitest";
import { figureOf } from "../../src/cli/commands/claims.ts";
import { barLine, duration, progressBar } from "../../src/cli/progress.ts";
import { tableLines } from "../../src/format/tables/tableText.ts";
import { fillParagraph, shorten } from "../../src/format/text.ts";

test("a table has names on the left and figures under each other, and headings reach over it", () => {
  const rows = [["A heading of its own"], ["base", "1.5"], ["pentagon", "12.25"]];
  expect(tableLines({ columns: ["", "mean"], rows })).toEqual([
    "           mean",
    "A heading of its own",
    "base        1.5",
    "pentagon  12.25",
  ]);
});

test("lines break between words, and a word too long for a line has one of its own", () => {
  expect(fillParagraph("one two three", { width: 8, indent: "  " })).toBe("  one\n  two\n  three");
  expect(fillParagraph("a extraordinary b", { width: 6 })).toBe("a\nextraordinary\nb");
});

test("a label that is cut says so", () => {
  expect(shorten("Soldiers present", 10)).toBe("Soldiers…");
  expect(shorten("Soldiers", 8)).toBe("Soldiers");
});

test("a claim's figure has its hedge, all its digits and its unit", () => {
  const claim = { id: "a", says: "", source: "", paragraph: 1, grade: "B2", gradeReason: "" } as const;
  expect(figureOf({ ...claim, hedge: "up to", value: 20000, unit: "recruits/month" })).toBe(
    "up to 20,000 recruits/month",
  );
  expect(figureOf({ ...claim, hedge: "none", value: 1_280_001, unit: "soldiers" })).toBe(
    "1,280,001 soldiers",
  );
  expect(figureOf({ ...claim, hedge: "about", value: 0.025, unit: "1" })).toBe("about 0.025");
  expect(figureOf({ ...claim, hedge: "may" })).toBe("no figure, may");
  expect(figureOf({ ...claim, hedge: "none" })).toBe("no figure");
});

describe("the progress bar", () => {
  function screen(isTTY: boolean) {
    const written: string[] = [];
    return { isTTY, written, write: (text: string) => written.push(text) };
  }

  test("says share and time left", () => {
    expect(barLine(0.5, 3000, "payments")).toBe(
      `${"█".repeat(15)}${"░".repeat(15)}  50 %  3 s left  payments`,
    );
    expect(barLine(0, 3000, "payments")).toBe(`${"░".repeat(30)}   0 %  payments`);
    expect([duration(900), duration(83_000), duration(7_260_000)]).toEqual([
      "1 s",
      "1 min 23 s",
      "2 h 1 min",
    ]);
  });

  test("is drawn only after a second, ten times a second, and is wiped away", () => {
    const terminal = screen(true);
    let now = 0;
    const bar = progressBar(terminal, () => now);
    for (const time of [100, 999, 1000, 1050, 1100]) {
      now = time;
      bar.show(0.5, "payments");
    }
    expect(terminal.written).toHaveLength(2);
    bar.clear();
    bar.clear();
    expect(terminal.written.slice(2)).toEqual(["\r\u001b[2K"]);
  });

  test("is not drawn where nobody looks", () => {
    for (const [place, options] of [
      [screen(false), {}],
      [screen(true), { silent: true }],
    ] as const) {
      let now = 0;
      const bar = progressBar(place, () => now, options);
      now = 5000;
      bar.show(0.5, "payments");
      bar.clear();
      expect(place.written).toEqual([]);
    }
  });
});
