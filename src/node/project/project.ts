// A project on disk: a folder `scenarios/` with a question (.ts) and its beliefs (.yaml) for every scenario.
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { listNames, nearestHint } from "../../beliefs/nearest.ts";
import { shownPath, towards } from "./posix.ts";
import { readStandardInput, readText, standardInput } from "./readText.ts";

/** A text and the name that messages give it. */
export interface Source {
  text: string;
  file: string;
}

/** The two files of a scenario, relative to the project's folder. */
export interface ScenarioFiles {
  name: string;
  model: string;
  config: string;
}

/** Where scenarios are, and which. */
export interface Project {
  /** Absolute. */
  folder: string;
  /** By name. */
  scenarios: readonly ScenarioFiles[];
}

const home = "scenarios";
/** The figures of the article. */
export const claimsFile = shownPath(home, "claims.yaml");
/** What several scenarios believe. */
export const commonFile = shownPath(home, "common.yaml");

/** What a scenario may be called: it becomes a file, a folder and a word on the command line. */
export const scenarioNamePattern = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/i;

/** Finds the scenarios in `folder`; reads none of them. */
export function findProject(folder: string): Project {
  const path = join(folder, home);
  if (!existsSync(path)) {
    const message = `there is no folder ${home}/ in ${resolve(folder)}`;
    throw new BadInput([
      {
        path: "",
        message,
        hint: "run this in a project's own folder; `npx sandtable init my-article` makes one",
      },
    ]);
  }
  const present = new Set(readdirSync(path));
  if (present.has("common.ts") && present.has("common.yaml")) {
    const message = "is no scenario's name: common.yaml holds what several scenarios believe";
    throw new BadInput([{ path: shownPath(home, "common.ts"), message, hint: "rename it" }]);
  }
  const scenarios = [...present]
    .filter((file) => extname(file) === ".ts" && present.has(`${basename(file, ".ts")}.yaml`))
    .map((file) => filesOf(basename(file, ".ts")))
    .filter(({ name }) => scenarioNamePattern.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { folder: resolve(folder), scenarios };
}

/** The files that a scenario of this name has. */
export function filesOf(name: string): ScenarioFiles {
  return { name, model: shownPath(home, `${name}.ts`), config: shownPath(home, `${name}.yaml`) };
}

/**
 * The scenarios that `words` name, each by its name or by the path of one of its files; all of them for no word.
 * What names none is added to `problems`.
 */
export function chooseScenarios(
  project: Project,
  words: readonly string[],
  problems: Problem[],
): readonly ScenarioFiles[] {
  const { folder, scenarios } = project;
  if (words.length === 0) {
    const hint = "`sandtable new NAME` makes one";
    if (scenarios.length === 0)
      problems.push({ path: "", message: `there is no scenario in ${home}/`, hint });
    return scenarios;
  }
  const chosen = new Set<ScenarioFiles>();
  for (const word of words) {
    const name = nameIn(join(folder, home), word, folder);
    const scenario = scenarios.find((candidate) => candidate.name === name);
    if (scenario) chosen.add(scenario);
    else problems.push(unknownScenario(word, name, project));
  }
  return [...chosen];
}

/**
 * The name that a word says, or the path of a file in `home`: "payments", "scenarios/payments.ts",
 * "./scenarios/payments.yaml" → "payments". Undefined for any other path.
 */
export function nameIn(home: string, word: string, folder: string): string | undefined {
  if (scenarioNamePattern.test(word)) return word;
  const path = resolve(folder, word);
  const isHere = dirname(path) === home && [".ts", ".yaml"].includes(extname(path));
  return isHere ? basename(path, extname(path)) : undefined;
}

function unknownScenario(word: string, name: string | undefined, { folder, scenarios }: Project): Problem {
  const names = scenarios.map((scenario) => scenario.name);
  const path = `scenario ${JSON.stringify(word)}`;
  if (name === undefined) {
    const hint = names.length > 0 ? `there are ${listNames(names)}` : noneYet;
    return { path, message: `a name is wanted, or the path of a scenario in ${home}/`, hint };
  }
  const { model, config } = filesOf(name);
  const [hasModel, hasConfig] = [existsSync(join(folder, model)), existsSync(join(folder, config))];
  if (hasModel && !hasConfig) return { path, message: `${model} has no ${config} beside it` };
  if (hasConfig && !hasModel && config !== claimsFile)
    return { path, message: `${config} has no ${model} beside it` };
  return {
    path,
    message: "there is no such scenario",
    hint: names.length > 0 ? nearestHint(name, names) : noneYet,
  };
}

const noneYet = "there is none yet; `sandtable new NAME` makes one";

/** A text of the project, or standard input for "-"; BadInput where there is none. */
export function readSource(file: string, folder: string): Source {
  if (file === standardInput) return { text: readStandardInput(), file: "standard input" };
  const path = resolve(folder, file);
  return { text: readText(path, "written", file), file: towards(folder, path) };
}
