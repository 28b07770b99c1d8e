// Mutants of the bundled files, read as the commands read them, in this process.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDocument, visit } from "yaml";
import { checkClaims } from "../../../src/analysis/checks/checkClaims.ts";
import { readChecks } from "../../../src/assumptions/checks/readChecks.ts";
import { isLinked } from "../../../src/assumptions/input.ts";
import { BadInput, type Problem } from "../../../src/assumptions/problems.ts";
import { readClaims } from "../../../src/assumptions/readClaims.ts";
import { readCommon } from "../../../src/assumptions/readCommon.ts";
import { readConfig } from "../../../src/assumptions/readConfig.ts";
import { outputOf } from "../../../src/assumptions/upstream.ts";
import type { BeliefOptions } from "../../../src/beliefs/evaluateBelief.ts";
import { fillProse, scenariosIn } from "../../../src/format/references/fillProse.ts";
import { parseCells } from "../../../src/node/notebooks/cells.ts";
import { readSummaries } from "../../../src/node/output/readSummaries.ts";
import { readManifest, runSettingsOf } from "../../../src/node/output/savedRun.ts";
import { decodeText } from "../../../src/node/project/decodeText.ts";
import { type LoadedScenario, loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { findProject } from "../../../src/node/project/project.ts";
import { columnReader } from "../../../src/node/project/readColumn.ts";
import { bundledSource } from "../bundled.ts";
import { drawsOf, mutant } from "./mutate.ts";

const names = ["payments", "manpower", "contingent", "deployment", "bargain", "seoul"];
const root = new URL("../../../", import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, root), "utf8");
const csv = `day,losses,"said, in words"\n${Array.from({ length: 40 }, (_, i) => `${i},${1000 + i * 7},"a ""b"" c"`).join("\n")}\n`;
const prose =
  "# What follows\n\nPaid are {payments.base.totalPaid.p50} of <!-- {payments.base.totalPaid.p95} -->1<!-- / -->.\n\n```\n{payments.x}\n```\n\nNot \\{ this }, but {manpower.base.x}.\n";

/** A file that is mutated, and how it is read. */
interface Subject {
  file: string;
  text: string;
  isYaml: boolean;
  /** Whether it is read from the disk, by its path below the folder of the mutants. */
  isOnDisk: boolean;
  read(text: string, isNow: boolean): void;
}

/** How many of the mutants were read and how many refused. */
export interface Tally {
  read: number;
  refused: number;
}

/** Reads `count` mutants; throws for the first that is not read or refused as it should, with how to make it again. */
export async function readMutants(count: number, seed: number): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-mutants-"));
  mkdirSync(join(folder, "data"));
  mkdirSync(join(folder, "payments"));
  writeFileSync(join(folder, "data/losses.csv"), csv);
  const tally = { read: 0, refused: 0 };
  try {
    const subjects = await subjectsIn(folder);
    for (let index = 0; index < count; index++) {
      const draw = drawsOf(seed + index);
      const subject = subjects[draw(subjects.length)]!;
      const bytes = mutant(subject.text, draw);
      try {
        tally[readOne(subject, bytes, folder, draw(400) === 0)]++;
      } catch (error) {
        const what = `mutant ${seed + index} of ${subject.file}, ${JSON.stringify(bytes.toString("latin1").slice(0, 3000))}`;
        throw new Error(`${what}: ${error instanceof Error ? error.stack : error}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

async function subjectsIn(folder: string): Promise<Subject[]> {
  const claims = readClaims(bundledSource("claims.yaml"));
  const project = findProject(fileURLToPath(root));
  const chosen = project.scenarios.filter(({ name }) => names.includes(name));
  const loaded = await loadScenarios(project, chosen, { claims });
  const { data: _, ...days } = columnReader(fileURLToPath(root));
  const common = readCommon(bundledSource("common.yaml"), claims, days);
  /** Reads a config of one of the scenarios, in the world of the others as they stand. */
  const readAs = (one: LoadedScenario, text: string, options: BeliefOptions) => {
    const fed = Object.values(one.scenario.inputs).filter(isLinked).map(outputOf);
    const direct = (one.upstreams ?? []).filter(({ name }) => fed.some(({ scenario }) => scenario === name));
    const upstreams = new Map(direct.map(({ name, config }) => [name, config]));
    const configured = { ...one.scenario, name: one.name };
    readConfig({ text, file: `${one.name}.yaml` }, configured, claims, {}, options, { common, upstreams });
  };
  const configs = loaded.map((one): Subject => {
    const file = `${one.name}.yaml`;
    const read = (text: string) => readAs(one, text, days);
    return { file, text: bundledSource(file).text, isYaml: true, isOnDisk: false, read };
  });
  const known = loaded.find(({ name }) => name === "seoul")!;
  const withData = bundledSource("seoul.yaml").text.replace(
    /belief: .*/,
    `belief: 'empirical("data/losses.csv", "losses")'`,
  );
  const trees = readSummaries(fileURLToPath(new URL("outputs", root)), ["payments"]);
  return [
    ...configs,
    {
      file: "claims.yaml",
      text: bundledSource("claims.yaml").text,
      isYaml: true,
      isOnDisk: false,
      read: (text) => void readClaims({ text, file: "claims.yaml" }),
    },
    {
      file: "common.yaml",
      text: bundledSource("common.yaml").text,
      isYaml: true,
      isOnDisk: false,
      read: (text) => void readCommon({ text, file: "common.yaml" }, claims, days),
    },
    {
      file: "checks.yaml",
      text: bundledSource("checks.yaml").text,
      isYaml: true,
      isOnDisk: false,
      read: (text, isNow) => {
        const checks = readChecks({ text, file: "checks.yaml" }, claims);
        if (isNow) checkClaims(checks);
      },
    },
    {
      file: "prose.md",
      text: prose,
      isYaml: false,
      isOnDisk: false,
      read: (text) => {
        scenariosIn(text, names);
        const { problems } = fillProse(text, trees, "prose.md");
        if (problems.length > 0) throw new BadInput(problems);
      },
    },
    {
      file: "data/losses.csv",
      text: csv,
      isYaml: false,
      isOnDisk: true,
      read: () => {
        const { readColumn } = columnReader(folder);
        readAs(known, withData, { ...days, readColumn });
      },
    },
    {
      file: "payments.ts",
      text: textOf("notebooks/payments.ts"),
      isYaml: false,
      isOnDisk: false,
      read: (text) => void parseCells(text, "payments.ts"),
    },
    {
      file: "payments/summary.json",
      text: textOf("outputs/seoul/summary.json"),
      isYaml: false,
      isOnDisk: true,
      read: () => {
        const tree = readSummaries(folder, ["payments"]);
        fillProse(prose, tree, "prose.md");
        runSettingsOf("payments", readManifest(join(folder, "payments")));
      },
    },
  ];
}

function readOne(subject: Subject, bytes: Buffer, folder: string, isNow: boolean): keyof Tally {
  const path = join(folder, subject.file);
  if (subject.isOnDisk) writeFileSync(path, bytes);
  try {
    subject.read(subject.isOnDisk ? "" : decodeText(bytes, subject.file).text, isNow);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    checkProblems(error.problems, bytes, subject.file);
    return "refused";
  } finally {
    if (subject.file === "data/losses.csv") writeFileSync(path, csv);
  }
  if (subject.isYaml) refuseTags(decodeText(bytes, subject.file).text);
  return "read";
}

/** Each problem has a place in its file, and what is told is no longer than somebody reads. */
function checkProblems(problems: readonly Problem[], bytes: Buffer, file: string): void {
  if (problems.length === 0 || problems.length > 51) throw new Error(`${problems.length} problems`);
  const lines = bytes.toString("latin1").split(/\r\n|\r|\n/).length;
  for (const { place, path, message } of problems) {
    // A file of data and one that a run has left are told as wholes.
    if (!place && path.endsWith(file)) continue;
    if (!place) throw new Error(`no place: ${path}: ${message}`);
    const isInside = place.file !== file || (place.line >= 1 && place.line <= lines + 1 && place.column >= 1);
    if (!isInside)
      throw new Error(`a place outside of the file: ${place.line}:${place.column} of ${lines}: ${message}`);
  }
}

function refuseTags(text: string): void {
  const document = parseDocument(text, { schema: "failsafe", resolveKnownTags: false, uniqueKeys: false });
  visit(document, {
    Node: (_, node) => {
      if ("tag" in node && node.tag) throw new Error(`the tag ${node.tag} was read silently`);
    },
  });
  if (/^%(TAG|YAML)/m.test(text) && document.directives?.docStart === true)
    throw new Error("a directive was read silently");
}
