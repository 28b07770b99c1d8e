// The distribution of a hedged figure: "about 11k", "up to 20k", "over 1000", "between 11k and 100k".
//
// A hedge gives the side of the figure on which the value is and leaves open how far. Each rule below fixes
// what the words do mean, and keeps what they leave open as one parameter that can be written in parentheses:
// as a share of the figure (`typically 85%`) or as a figure of its own (`typically 17k`). None is a midpoint.
//
// | written           | hard limits       | where the mass lies                       | parameter, default |
// | about x           | none but zero     | median x, 90 % within a factor 1 + w      | within w, 10 %     |
// | up to x           | x above, and below | most likely typically·x, thin below       | typically, 85 %    |
// | over, at least x  | x below           | most likely typically·x, long tail above  | typically, 115 %   |
// | between a and b   | both ends         | even, or most likely at `typically`       | typically, none    |
//
// The defaults are judgements, not measurements; `sandtable readings` shows how much each scenario depends on them.
import type { Distribution } from "../distributions/distribution.ts";
import { shifted } from "../distributions/shifted.ts";
import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { createDistribution, percentHint } from "./familyCall.ts";
import type { HedgeNode, HedgeWord, NumberNode } from "./syntax.ts";

/** A rule's free parameter: the word it is written with, what it means, and its value where none is given. */
export interface HedgeRule {
  word: HedgeWord;
  example: string;
  meaning: string;
  qualifier: "within" | "typically";
  /** Share of the figure; absent where the rule without the parameter is a shape of its own. */
  default?: number;
}

/** All rules, in the order of the help. */
export const hedgeRules: readonly HedgeRule[] = [
  {
    word: "about",
    example: "about 11k (within 10%)",
    meaning: "Nine in ten that the truth is within this share of the figure, above or below.",
    qualifier: "within",
    // Rounding to two digits alone moves a figure by up to 5 %; the count behind it is rarely better than that again.
    default: 0.1,
  },
  {
    word: "up to",
    example: "up to 20k (typically 85%)",
    meaning: "A ceiling that is reached at best; the most likely value is this share of it.",
    qualifier: "typically",
    // The figure is the best case. Were the usual case nearer, it would be "about"; were it under
    // two thirds, a lower round figure would do as the ceiling.
    default: 0.85,
  },
  {
    word: "over",
    example: "over 1000 (typically 115%)",
    meaning:
      "A floor that is surely passed; the most likely value is this share of it, with a long tail above.",
    qualifier: "typically",
    // The floor is the highest round figure that was safe to state: the next one, a fifth to a half above for
    // figures of one digit, was not. The most likely excess is a part of that step.
    default: 1.15,
  },
  {
    word: "at least",
    example: "at least 1000 (typically 115%)",
    meaning: "A floor, read as “over”: on a continuous scale the figure itself has no weight.",
    qualifier: "typically",
    default: 1.15,
  },
  {
    word: "between",
    example: "between 11k and 100k (typically 30k)",
    meaning: "Two limits, every value between them as likely; with a typical value, most likely there.",
    qualifier: "typically",
  },
];

/** A ceiling's lowest value, as a share of the most likely one: what falls to half the usual is reported as a fall. */
const floorOfTypical = 0.5;
/** Sd of the log of the excess over a floor: nineteen times in twenty it is under four times the most likely excess. */
const excessSdLog = 0.6;

/**
 * The distribution that a hedge means, by its rule.
 * @throws BeliefProblem where the figure is not positive or the parameter outside its range
 */
export function evaluateHedge(hedge: HedgeNode): Distribution {
  const rule = hedgeRules.find(({ word }) => word === hedge.word)!;
  checkQualifierWord(hedge, rule);
  const [figure, second] = hedge.figures as [NumberNode, NumberNode?];
  if (second) return between(figure, second, hedge.qualifier?.value);
  if (figure.value <= 0) {
    const message = `"${hedge.word}" is read as a share of its figure, which must be above 0`;
    throw new BeliefProblem(figure.span, message, "write an interval or a family, as normal(-3, 1)");
  }
  const share = hedgeShare(hedge);
  if (hedge.word === "about") return about(figure.value, share, hedge);
  if (hedge.word === "up to") return upTo(figure.value, share, hedge);
  return over(figure.value, share, hedge);
}

/** Lognormal, not normal: "about" is a matter of factors, and the figure stays positive however wide. */
function about(figure: number, within: number, hedge: HedgeNode): Distribution {
  check(hedge, within >= 0.001 && within <= 1, "within", "from 0.1 % to 100 % of the figure");
  return createDistribution("lognormal", { p5: figure / (1 + within), p95: figure * (1 + within) });
}

/** PERT: a hard maximum that is hardly ever reached, a most likely value below it, a thin tail towards the floor. */
function upTo(figure: number, typically: number, hedge: HedgeNode): Distribution {
  check(hedge, typically >= 0.1 && typically <= 1, "typically", "from 10 % to 100 % of the ceiling");
  const mode = typically * figure;
  return createDistribution("pert", { min: floorOfTypical * mode, mode, max: figure });
}

/** The figure plus a lognormal excess: nothing below, most just above, and no upper limit, since none is stated. */
function over(figure: number, typically: number, hedge: HedgeNode): Distribution {
  check(hedge, typically > 1 && typically <= 10, "typically", "above 100 % and up to 1000 % of the floor");
  // The mode of a lognormal is exp(meanLog − sdLog²).
  const meanLog = Math.log((typically - 1) * figure) + excessSdLog ** 2;
  return shifted(createDistribution("lognormal", { meanLog, sdLog: excessSdLog }), figure);
}

/** Uniform: limits alone give no reason to prefer a value. With a typical one PERT, as for any most likely value. */
function between(low: NumberNode, high: NumberNode, typically: NumberNode | undefined): Distribution {
  const range = `${numeral(low.value)} and ${numeral(high.value)}`;
  if (low.value >= high.value) {
    const span = { start: low.span.start, end: high.span.end };
    throw new BeliefProblem(span, `between goes from low to high, found ${range}`);
  }
  if (!typically) return createDistribution("uniform", { min: low.value, max: high.value });
  if (typically.value < low.value || typically.value > high.value) {
    const message = `typically is ${numeral(typically.value)}, it must lie between ${range}`;
    throw new BeliefProblem(typically.span, message);
  }
  return createDistribution("pert", { min: low.value, mode: typically.value, max: high.value });
}

/**
 * The qualifier as a share of the figure, or the rule's default: with a percent sign it is one, without one it is a figure
 * itself. Not for "between", which has no default.
 */
export function hedgeShare({ word, figures, qualifier }: HedgeNode): number {
  if (!qualifier) return hedgeRules.find((rule) => rule.word === word)!.default!;
  const { percent, value } = qualifier.value;
  return percent ? value : value / figures[0]!.value;
}

function checkQualifierWord({ word, qualifier }: HedgeNode, rule: HedgeRule): void {
  if (qualifier && qualifier.word !== rule.qualifier) {
    const message = `"${word}" is made precise by "${rule.qualifier}", found "${qualifier.word}"`;
    throw new BeliefProblem(qualifier.wordSpan, message, `as in ${rule.example}`);
  }
}

/** The allowed ranges also catch a forgotten percent sign: 85 is no typical value below a ceiling of 20k. */
function check({ qualifier }: HedgeNode, allowed: boolean, name: string, range: string): void {
  if (allowed || !qualifier) return;
  const { value, percent, span } = qualifier.value;
  const found = percent ? `${numeral(value * 100)}%` : numeral(value);
  const message = `${name} is ${found}, it must be ${range}`;
  throw new BeliefProblem(span, message, percentHint(qualifier.value));
}
