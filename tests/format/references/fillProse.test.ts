import { describe, expect, test } from "vitest";
import { figureCatalogue } from "../../../src/format/figures/catalogue.ts";
import { fillProse, scenariosIn } from "../../../src/format/references/fillProse.ts";
import { figureWords, formats, ReferenceProblem } from "../../../src/format/references/formatReference.ts";

const at = (value: number, error = 0) => ({ value, error });
const bands = (p50: number, error = 0) => ({
  mean: at(p50 * 1.1, error),
  sd: at(p50 / 2, error),
  ...{ p5: at(p50 / 2, error), p25: at(p50 * 0.8, error), p50: at(p50, error) },
  ...{ p75: at(p50 * 1.2, error), p95: at(p50 * 2, error) },
});
const column = (...values: number[]) => ({ value: values, error: values.map(() => 1e6) });

const summary = {
  format: "sandtable/summary@1",
  title: "Payments",
  trials: 16_384,
  horizon: { steps: 3, unit: "month" },
  variants: {
    base: {
      title: "Base",
      assumptions: { price: { belief: "1 to 4", inputUnit: "USD", p5: 1, p50: 2, p95: 4 } },
      outputs: {
        total: { kind: "scalar", unit: "USD", ...bands(960_400_000, 1e6) },
        part: { kind: "scalar", unit: "share", ...bands(0.25, 0.001) },
        delay: { kind: "scalar", unit: "months", never: at(0.6, 0.01), ...bands(2) },
        nowhere: { kind: "scalar", unit: "months", never: at(1), p50: { value: null, error: null } },
        paid: {
          kind: "series",
          unit: "USD",
          steps: [1, 2, 3],
          p5: column(1e8, 2e8, 3e8),
          p50: column(2e8, 4e8, 6e8),
          p95: column(3e8, 6e8, 9e8),
        },
        loss: { kind: "event", probability: at(0.713, 0.004), words: "likely" },
      },
    },
    rich: { title: "Rich", outputs: { total: { kind: "scalar", unit: "USD", ...bands(2e9) } } },
  },
  comparisons: {
    rich: {
      outputs: { total: { unit: "USD", difference: { p50: at(1.04e9, 1e6) }, chanceGreater: at(0.9) } },
    },
  },
  crossings: [
    {
      output: "paid",
      above: 5e8,
      variants: {
        base: { never: at(0.2), mode: 2, p50: at(3), chance: { value: [0, 0.3, 0.8], error: [0, 0, 0] } },
      },
    },
  ],
};
const scenarios = new Map([["payments", figureCatalogue(summary)]]);
const dated = { ...summary, horizon: { steps: 3, unit: "month", start: "2024-12-01" } };
scenarios.set("dated", figureCatalogue(dated));
const words = (reference: string) => figureWords(reference, scenarios);

test.each([
  ["payments.base.total.p50", "960M USD"],
  ["payments.base.total", "960M USD (median; 90 % interval 480M to 1.92B USD)"],
  ["payments.base.total:interval", "480M to 1.92B USD"],
  ["payments.base.total.p50:error", "960M ± 1M USD"],
  ["payments.base.total.p50:digits", "960,000,000 USD"],
  ["payments.base.total.p50:digits1:bare", "1B"],
  ["payments.base.part.p50", "25.0 %"],
  ["payments.base.paid", "600M USD (median; 90 % interval 300M to 900M USD)"],
  ["payments.base.paid.p50@2", "400M USD"],
  ["payments.base.loss", "likely (71.3 %)"],
  ["payments.base.loss.probability", "71.3 %"],
  ["payments.base.loss.probability:interval", "70.4 % to 72.2 %"],
  ["payments.base.loss:words", "likely"],
  ["payments.base.delay.never", "60 %"],
  ["payments.base.delay.never:words", "likely"],
  ["payments.base.nowhere.p50", "never"],
  ["payments.base.price.p95", "4 USD"],
  ["payments.base.price.belief", "1 to 4"],
  ["payments.rich.total.difference.p50", "1.040B USD"],
  ["payments.rich.total.chanceGreater", "90 %"],
  ["payments.base.paid.above-500M.p50", "3"],
  ["payments.base.paid.above-500M.never", "20 %"],
  ["payments.base.paid.above-500M.chance@2:digits2", "30 %"],
  ["payments.trials", "16,384"],
  ["payments.horizon", "3 months"],
  ["dated.start", "December 2024"],
  ["dated.end", "February 2025"],
  ["dated.base.paid.p50@2025-01", "400M USD"],
  ["dated.base.paid.p50@2", "400M USD"],
  ["dated.base.paid.above-500M.p50", "February 2025"],
  ["dated.base.paid.above-500M.mode", "January 2025"],
  ["dated.base.paid.above-500M.p50:bare", "3"],
  ["dated.base.paid.above-500M.p50:interval", "February 2025"],
  ["dated.base.paid.above-500M.chance@2025-01:digits2", "30 %"],
])("{%s} is written %j (right answer)", (reference, expected) => {
  expect(words(reference)).toBe(expected);
});

test.each([
  ["payment.base.total.p50", 'there is no scenario "payment"', 'did you mean "payments"?'],
  ["payments.base.totl.p50", 'payments.base has no "totl"', 'did you mean "total"?'],
  ["payments.base.total.p51", 'payments.base.total has no "p51"', "there are mean"],
  ["payments.base", "is no single figure", "write one of"],
  ["payments.base.total.p50@2", "has no steps, not 2", undefined],
  ["payments.base.paid.p50@4", "has steps 1 to 3, not 4", undefined],
  ["payments.base.total.p50:wrods", 'there is no format "wrods"', 'did you mean "words"?'],
  ["payments.base.total.p50:words", "is no probability", undefined],
  ["payments.base.total.p50:percent", "is in USD", undefined],
  ["payments.title:digits", "is a text", undefined],
  ["payments..total", "is no reference", "as in"],
  [
    "dated.base.paid.p50@2025-03",
    'the step is "2025-03", not played',
    "write a month from 2024-12 to 2025-02",
  ],
  ["payments.base.paid.p50@2025-01", "has steps 1 to 3, not 2025-01", undefined],
])("{%s} is refused: %s (law)", (reference, message, hint) => {
  const problem = (() => {
    try {
      return words(reference);
    } catch (error) {
      return error;
    }
  })() as ReferenceProblem;
  expect(problem).toBeInstanceOf(ReferenceProblem);
  expect(problem.message).toContain(message);
  if (hint) expect(problem.hint).toContain(hint);
});

test("every format that is listed can be written (law)", () => {
  for (const format of Object.keys(formats))
    expect(words(`payments.base.loss.probability:${format}`)).not.toBe("");
});

test("a summary in another shape gives no figures and no failure (law)", () => {
  for (const odd of [
    null,
    7,
    [],
    { variants: [] },
    { variants: { base: { outputs: { a: 3, b: null } } } },
    { crossings: [null] },
  ]) {
    expect(() => figureCatalogue(odd)).not.toThrow();
  }
});

describe("a text", () => {
  const fill = (text: string) => fillProse(text, scenarios, "a.md");
  const filled = "<!-- {payments.base.total.p50} -->960M USD<!-- / -->";

  test("keeps its references beside the figures, so that filling again changes nothing (law)", () => {
    const once = fill("It pays\n {payments.base.total.p50}, {payments.base.loss:words}.\n");
    expect(once.text).toBe(`It pays\n ${filled}, <!-- {payments.base.loss:words} -->likely<!-- / -->.\n`);
    expect(once.stale[0]).toEqual({
      line: 2,
      column: 2,
      reference: "payments.base.total.p50",
      was: undefined,
      is: "960M USD",
    });
    const twice = fill(once.text);
    expect(twice).toEqual({ text: once.text, count: 2, stale: [], problems: [] });
  });

  test("has a stale figure replaced in place, and nothing else touched (right answer)", () => {
    const { text, stale } = fill(
      `a\r\n| x | <!-- { payments.base.total.p50 } -->about\n4B USD<!--/--> |\r\nb`,
    );
    expect(text).toBe(`a\r\n| x | ${filled} |\r\nb`);
    expect(stale).toMatchObject([{ line: 2, column: 7, was: "about\n4B USD", is: "960M USD" }]);
  });

  test.each([
    "\\{payments.base.total.p50}",
    "`{payments.base.total.p50}` and ``a ` {payments.base.total.p50}``",
    "```yaml\n{payments.base.total.p50}\n```",
    "~~~\n{payments.base.total.p50}\n",
    "{}, { a: 1 }, {other.thing}, {{ template.value.here }}, {price}",
    "<!-- an ordinary comment --> and <!-- / -->",
  ])("leaves %j as it is (law)", (text) => {
    expect(fill(text)).toEqual({ text, count: 0, stale: [], problems: [] });
  });

  test("after code is read on (right answer)", () => {
    expect(fill("```\n{a.b.c}\n```\n`x` {payments.base.total.p50}").text).toBe(
      `\`\`\`\n{a.b.c}\n\`\`\`\n\`x\` ${filled}`,
    );
  });

  test("with references that lead nowhere tells each with its place (right answers)", () => {
    const { problems, text } = fill(
      "{paymets.base.total.p50}\n\n <!-- {payments.base.total.p50} --> 3\n<!-- {gone.x} -->1<!-- / -->",
    );
    expect(problems.map(({ place, message }) => [place!.line, place!.column, message])).toEqual([
      [1, 1, 'there is no scenario "paymets"'],
      [3, 2, "has no end behind its figure"],
      [4, 1, 'there is no scenario "gone"'],
    ]);
    expect(text).toContain("{paymets.base.total.p50}\n");
  });

  test("names the scenarios it needs (right answer)", () => {
    const text = "{payments.base.total} {b.c} <!-- {gone.x.y} -->1<!-- / --> `{code.a.b}`";
    expect(scenariosIn(text, ["payments", "code"])).toEqual(["payments", "gone"]);
  });
});
