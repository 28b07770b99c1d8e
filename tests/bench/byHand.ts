// What a programmer would write without a kit: typed arrays, plain loops, the same figures. The ceiling.
import { quantileSorted } from "simple-statistics";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { drawGamma, GammaConstants } from "../../src/sampling/noise/drawGamma.ts";
import { drawPoisson } from "../../src/sampling/noise/drawPoisson.ts";
import { Sfc32 } from "../../src/sampling/sfc32.ts";

const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Plain random inputs, one column each. */
function columns(beliefs: Readonly<Record<string, string>>, trials: number): Float64Array[] {
  return Object.values(beliefs).map((text, index) => {
    const { quantile } = evaluateBelief(text);
    const generator = new Sfc32();
    generator.start(1, 2, index);
    const column = new Float64Array(trials);
    for (let trial = 0; trial < trials; trial++) column[trial] = quantile(generator.uniform());
    return column;
  });
}

/** Mean, sd and five quantiles by sorting: without the errors that the kit gives. */
function figures(column: Float64Array): number[] {
  let sum = 0;
  for (let trial = 0; trial < column.length; trial++) sum += column[trial]!;
  const mean = sum / column.length;
  let squares = 0;
  for (let trial = 0; trial < column.length; trial++) squares += (column[trial]! - mean) ** 2;
  // Its types refuse a Float64Array, though it works and is quicker.
  const sorted = column.slice().sort() as unknown as number[];
  return [
    mean,
    Math.sqrt(squares / (column.length - 1)),
    ...probabilities.map((p) => quantileSorted(sorted, p)),
  ];
}

/** Soldiers times pay times months. */
export function product(beliefs: Readonly<Record<string, string>>, trials: number): number[] {
  const [soldiers, pay, months] = columns(beliefs, trials) as [Float64Array, Float64Array, Float64Array];
  const cost = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) cost[trial] = soldiers[trial]! * pay[trial]! * months[trial]!;
  return figures(cost);
}

/** A stock by month, and what it is paid. */
export function stockAndFlow(
  beliefs: Readonly<Record<string, string>>,
  trials: number,
  months: number,
  { bands }: { bands: boolean },
): number[][] {
  const [soldiers, arrivals, loss, replaced, pay] = columns(beliefs, trials) as Float64Array[];
  const paidByMonth = bands ? Array.from({ length: months }, () => new Float64Array(trials)) : [];
  const total = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) {
    const kept = 1 - loss![trial]! * (1 - replaced![trial]!);
    let present = soldiers![trial]!;
    let paid = 0;
    for (let month = 0; month < months; month++) {
      paid += present * pay![trial]!;
      if (bands) paidByMonth[month]![trial] = paid;
      present = present * kept + arrivals![trial]!;
    }
    total[trial] = paid;
  }
  return [...paidByMonth, total].map(figures);
}

/** A year of daily overdispersed counts. */
export function casualties(
  beliefs: Readonly<Record<string, string>>,
  trials: number,
  days: number,
): number[] {
  const [level, dispersion] = columns(beliefs, trials) as [Float64Array, Float64Array];
  const total = new Float64Array(trials);
  const constants = new GammaConstants();
  const generator = new Sfc32();
  for (let trial = 0; trial < trials; trial++) {
    generator.start(1, 2, trial);
    const size = 1 / dispersion[trial]!;
    let sum = 0;
    for (let day = 0; day < days; day++) {
      sum += drawPoisson(generator, (drawGamma(generator, size, constants) * level[trial]!) / size);
    }
    total[trial] = sum;
  }
  return figures(total);
}
