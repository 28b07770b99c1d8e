// The figures of an article, with source and reliability.
import { z } from "zod";
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { writeInstead } from "../beliefs/correction.ts";
import { parseBelief } from "../beliefs/parseBelief.ts";
import { readPeriod } from "./calendar/period.ts";
import { scalarSchema } from "./configSchema.ts";
import { type FileContext, optionalText, readField, reportField, reportKey, sortProblems } from "./fields.ts";
import { BadInput } from "./problems.ts";
import { entriesAt, structureProblems, textAt } from "./structure.ts";
import { isUnit } from "./units.ts";
import { readYaml } from "./yaml.ts";

/** Source reliability A to F and credibility 1 to 6 (NATO STANAG 2511); F and 6 mean "no basis", not "bad". */
export type AdmiraltyGrade = `${"A" | "B" | "C" | "D" | "E" | "F"}${1 | 2 | 3 | 4 | 5 | 6}`;

/** A figure or stated uncertainty of an article. */
export interface Claim {
  id: string;
  /** In our own words. */
  says: string;
  /** Absent where the article is vague ("may share technology"). */
  value?: number;
  /** The upper end of a range, of which `value` is the lower. */
  to?: number;
  /** In place of a value: a day, month, quarter or year, "2025-12". */
  date?: string;
  unit?: string;
  /** How the article qualifies the figure: "about", "up to", "over", "could be as high as", "none". */
  hedge: string;
  /** The source of the statement. */
  source: string;
  /** The article that it stands in: title, publisher, date, as far as they are known. */
  article?: string;
  /** Paragraph of the article, from 1. */
  paragraph: number;
  grade: AdmiraltyGrade;
  /** Why this grade. */
  gradeReason: string;
  /** Why no assumption uses it, where that is on purpose. */
  unused?: string;
}

/** The structure of claims.yaml. */
const claimsSchema = z.strictObject({
  article: scalarSchema("The article that these stand in: title, publisher, date").optional(),
  claims: z.record(
    z.string(),
    z.strictObject({
      says: scalarSchema("What is claimed, in our own words"),
      value: scalarSchema(
        "The figure, a range (50k to 100k) or a date (2025-12); left out where there is none",
        ["number", "string"],
      ).optional(),
      unit: scalarSchema("The figure's unit", ["string", "number"]).optional(),
      hedge: scalarSchema('How it is qualified: about, up to, over, could be as high as, "none"'),
      source: scalarSchema("Who says so"),
      article: scalarSchema("The article that it stands in, where that is another one").optional(),
      paragraph: scalarSchema("Paragraph of the article, from 1", ["integer"]),
      grade: scalarSchema("Admiralty grade: source A to F, information 1 to 6"),
      reason: scalarSchema("Why this grade"),
      unused: scalarSchema("Why no assumption uses it, where that is on purpose").optional(),
    }),
  ),
});

const idPattern = /^[a-z0-9][a-z0-9-]*$/;

/** JSON Schema (2020-12) of claims.yaml, for editors. */
export function claimsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(claimsSchema) as Record<string, unknown>;
}

/**
 * The claims of a claims.yaml by id, in the order of the file.
 * @throws BadInput with all problems of the file
 */
export function readClaims(source: { text: string; file: string }): ReadonlyMap<string, Claim> {
  const yaml = readYaml(source);
  const problems = [...yaml.problems, ...structureProblems(claimsSchema, yaml)];
  const claims = new Map<string, Claim>();
  for (const [id] of entriesAt(yaml.data, ["claims"])) claims.set(id, readClaim(id, { yaml, problems }));
  if (problems.length > 0) throw new BadInput(sortProblems(problems));
  return claims;
}

function readClaim(id: string, context: FileContext): Claim {
  const { yaml } = context;
  const path = ["claims", id];
  const wrong = (field: string, message: string, hint?: string) =>
    reportField(context, [...path, field], message, hint);
  const words = (field: string): string => textAt(yaml.data, [...path, field])?.trim() ?? "";
  if (!idPattern.test(id))
    reportKey(context, path, `"${id}" is no id of a claim`, "small letters, digits and hyphens");
  const figure = readField(context, [...path, "value"], readClaimed, path);
  const unit = textAt(yaml.data, [...path, "unit"]);
  if (unit !== undefined && !isUnit(unit))
    wrong("unit", `"${unit}" is no unit`, "write as in USD/person/month");
  if (figure?.value !== undefined && unit === undefined)
    wrong("value", "value has no unit", "add unit, 1 for a plain number");
  const paragraph = Number(words("paragraph"));
  if (words("paragraph") && !/^[1-9]\d{0,5}$/.test(words("paragraph"))) {
    wrong("paragraph", `paragraph is "${words("paragraph")}", it must be a whole number from 1`);
  }
  const grade = words("grade");
  if (grade && !/^[A-F][1-6]$/.test(grade)) {
    wrong("grade", `grade is "${grade}", it must be a letter A to F and a digit 1 to 6`, "as in B2");
  }
  const unused = textAt(yaml.data, [...path, "unused"]);
  return {
    id,
    says: words("says"),
    ...figure,
    ...(unit !== undefined && { unit }),
    hedge: words("hedge"),
    source: words("source"),
    ...optionalText(yaml, [], "article"),
    ...optionalText(yaml, path, "article"),
    paragraph,
    grade: grade as AdmiraltyGrade,
    gradeReason: words("reason"),
    ...(unused !== undefined && { unused }),
  };
}

const datePattern = /^\d{4}-(\d{1,2}(-\d{1,2})?|q\d)$/i;

/** A number, the ends of a range, or a date. A hedge stands beside the figure, in a field of its own. */
function readClaimed(text: string): Pick<Claim, "value" | "to" | "date"> {
  const written = text.trim();
  if (datePattern.test(written)) {
    readPeriod(written, "value", "month");
    return { date: written };
  }
  const belief = parseBelief(text);
  if (belief.kind === "number") return { value: belief.value };
  const { span } = belief;
  if (belief.kind === "interval" && belief.low.value < belief.high.value)
    return { value: belief.low.value, to: belief.high.value };
  if (belief.kind === "interval") {
    const message = `a range goes from low to high, found ${written}`;
    const [low, high] = [belief.high, belief.low].map((end) => text.slice(end.span.start, end.span.end));
    throw new BeliefProblem(span, message, writeInstead(span, `${low} to ${high}`));
  }
  if (belief.kind === "hedge" && belief.word !== "between") {
    const [figure] = belief.figures;
    const number = text.slice(figure!.span.start, figure!.span.end);
    const words = `write hedge: ${belief.word} beside value: ${number}`;
    throw new BeliefProblem(span, "a claim's figure stands without its hedge", {
      words,
      replacements: [{ span: { start: 0, end: text.length }, text: number }],
    });
  }
  throw new BeliefProblem(
    span,
    `"${written}" is no figure`,
    "write a number, a range as 50k to 100k, or a date",
  );
}
