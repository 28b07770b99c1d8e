// Frozen values: what each example's specification says, with the first and last row of its data.

import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { extremes } from "../charts/extremes.ts";
import { examples } from "./examples.ts";

test.each(Object.entries(examples))("the specification of %s is as it was", (_, chart) => {
  const { config: _theme, ...spec } = chart.spec;
  const shortened = JSON.parse(JSON.stringify(spec), (key, value) =>
    key === "values" && value.length > 2 && typeof value[0] === "object"
      ? [value[0], `${value.length - 2} more`, value.at(-1)]
      : value,
  );
  expect(shortened).toMatchSnapshot();
});

test.each(Object.entries({ ...examples, ...extremes }))("%s compiles without a warning", (_, chart) => {
  const warnings: unknown[] = [];
  const note = (...message: unknown[]) => {
    warnings.push(message);
    return logger;
  };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
  compile(chart.spec as unknown as TopLevelSpec, { logger: logger as never });
  expect(warnings).toEqual([]);
});
