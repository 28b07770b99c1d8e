// Reading claims.yaml: right answers.
import { expect, test } from "vitest";
import { BadInput } from "../../src/assumptions/problems.ts";
import { claimsJsonSchema, readClaims } from "../../src/assumptions/readClaims.ts";

const good = `claims:
  recruits:
    says: How many men are recruited each month at best.
    value: 20k
    unit: recruits/month
    hedge: up to
    source: The article
    paragraph: 4
    grade: C3
    reason: No source is named.
  technology:
    says: Know-how may be shared.
    hedge: may
    source: The article
    paragraph: 6
    grade: F6
    reason: A possibility.
    unused: No figure.
`;

test("a claim stands in the article of the file, or in one of its own", () => {
  const text = `article: The first, May 2024\n${good.replace("    paragraph: 6", "    article: The second\n    paragraph: 6")}`;
  const claims = readClaims({ text, file: "claims.yaml" });
  expect(claims.get("recruits")?.article).toBe("The first, May 2024");
  expect(claims.get("technology")?.article).toBe("The second");
});

test("claims come by id in the order of the file, with a value only where there is a figure", () => {
  const claims = readClaims({ text: good, file: "claims.yaml" });
  expect([...claims.keys()]).toEqual(["recruits", "technology"]);
  expect(claims.get("recruits")).toEqual({
    id: "recruits",
    says: "How many men are recruited each month at best.",
    value: 20_000,
    unit: "recruits/month",
    hedge: "up to",
    source: "The article",
    paragraph: 4,
    grade: "C3",
    gradeReason: "No source is named.",
  });
  expect(claims.get("technology")).toMatchObject({ hedge: "may", unused: "No figure." });
  expect(claims.get("technology")).not.toHaveProperty("value");
});

test("the article is named once, and each claim says that it stands there", () => {
  const article = '"Who counts?", The Weekly, 3 May 2020';
  const claims = readClaims({ text: `article: '${article}'\n${good}`, file: "claims.yaml" });
  expect([...claims.values()].map((claim) => claim.article)).toEqual([article, article]);
});

test.each<[from: string, to: string, ...said: string[]]>([
  [
    "value: 20k",
    "value: 20.000",
    '4:12: claims.recruits: "20.000" could be 20000 or 20 (write 20000 or 20.0000)',
  ],
  [
    "value: 20k",
    "value: about 2k",
    "4:12: claims.recruits: a claim's figure stands without its hedge (write hedge: about beside value: 2k)",
  ],
  [
    "    unit: recruits/month\n",
    "",
    "4:12: claims.recruits: value has no unit (add unit, 1 for a plain number)",
  ],
  [
    "recruits/month",
    "recruits//month",
    '5:11: claims.recruits: "recruits//month" is no unit (write as in USD/person/month)',
  ],
  ...["0x10", "0o17", "0b11", "1e3", "1_0", "4.0", "+4", "-4", ".inf", ".nan", "04", "1000000"].map(
    (text): [string, string, string] => [
      "paragraph: 4",
      `paragraph: ${text}`,
      `8:16: claims.recruits: paragraph is "${text}", it must be a whole number from 1`,
    ],
  ),
  [
    "paragraph: 4",
    "paragraph: 0",
    '8:16: claims.recruits: paragraph is "0", it must be a whole number from 1',
  ],
  [
    "grade: C3",
    "grade: G3",
    '9:12: claims.recruits: grade is "G3", it must be a letter A to F and a digit 1 to 6 (as in B2)',
  ],
  [
    "hedge: up to",
    "hegde: up to",
    "2:3: claims.recruits: hedge is missing",
    '6:5: claims.recruits: unknown key "hegde" (did you mean "hedge"?)',
  ],
  ["hedge: up to", "hedge:", "6:11: claims.recruits: hedge is empty"],
  ["  technology:", "  recruits:", '11:3: "recruits" is given twice'],
  [
    "  technology:",
    "  A claim:",
    '11:3: claims: "A claim" is no id of a claim (small letters, digits and hyphens)',
  ],
])("%s → %s", (from, to, ...said) => {
  expect(good).toContain(from);
  let message = "";
  try {
    readClaims({ text: good.replace(from, to), file: "claims.yaml" });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    message = error.message;
  }
  expect(message.split("\n")).toEqual(said.map((line) => `claims.yaml:${line}`));
});

test("the JSON Schema names what a claim needs", () => {
  const schema = JSON.parse(JSON.stringify(claimsJsonSchema()));
  const { required } = schema.properties.claims.additionalProperties;
  expect(required).toEqual(["says", "hedge", "source", "paragraph", "grade", "reason"]);
});
