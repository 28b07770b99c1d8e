// What `claims` shows: ranges, dates, shares, and all of it before there is a scenario.
import { expect, test } from "vitest";
import { claimBelief } from "../../src/assumptions/checks/claimBelief.ts";
import { readClaims } from "../../src/assumptions/readClaims.ts";
import { figureOf } from "../../src/cli/commands/claims.ts";
import { temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const claim = (value: string, unit = "", hedge = "none") =>
  readClaims({
    file: "claims.yaml",
    text: `claims:\n  one:\n    says: It\n    value: ${value}\n${unit ? `    unit: ${unit}\n` : ""}    hedge: ${hedge}\n    source: Them\n    paragraph: 1\n    grade: B2\n    reason: So\n`,
  }).get("one")!;

test("right answers: a range, a share and a date are told as they are", () => {
  expect(figureOf(claim("50k to 100k", "USD"))).toBe("50,000 to 100,000 USD");
  expect(figureOf(claim("7%", "share", "about"))).toBe("about 7 %");
  expect(figureOf(claim("5 to 10%", "share"))).toBe("5 to 10 %");
  expect(figureOf(claim("2025-12"))).toBe("2025-12");
  expect(figureOf(claim("20,000", "recruits/month", "up to"))).toBe("up to 20,000 recruits/month");
});

test("right answers: a range is a belief too", () => {
  expect(claimBelief({ value: 50_000, to: 100_000, hedge: "none" })).toBe("50k to 100k");
  expect(claimBelief({ value: 50_000, to: 100_000, hedge: "between" })).toBe("between 50k and 100k");
});

test("what is no figure is refused, with the hedge in its own field and the ends turned", () => {
  expect(() => claim("up to 20k", "people")).toThrow("write hedge: up to beside value: 20k");
  expect(() => claim("100k to 50k", "people")).toThrow("write 50k to 100k");
  expect(() => claim("2025-13")).toThrow("a year has months 01 to 12");
  expect(() => claim("7")).toThrow("value has no unit");
});

test("claims are shown before any scenario exists", async () => {
  const project = temporaryProject({
    "claims.yaml":
      "claims:\n  crop:\n    { says: It grows, value: 5 to 10%, unit: share, hedge: none, source: Them, paragraph: 1, grade: B2, reason: So }\n",
  });
  try {
    const { stdout, stderr, code } = await sandtable(project.folder, "claims");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("crop: 5 to 10 %");
  } finally {
    project.remove();
  }
});
