// What a notebook works with: scenarios, claims, and the page that it shows things on.

import { BadInput } from "../../assumptions/problems.ts";
import type { Claim } from "../../assumptions/readClaims.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import type { Chart } from "../../charts/chart.ts";
import { formatNumber, type NumberStyle } from "../../format/numbers.ts";
import type { Table } from "../../format/tables/table.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { commonNames } from "../project/commonNames.ts";
import { loadClaims } from "../project/loadClaims.ts";
import { type LoadedScenario, loadScenarios } from "../project/loadScenarios.ts";
import { chooseScenarios, findProject, type Project } from "../project/project.ts";
import { Session } from "../project/session.ts";
import type { CellOutput } from "./cellOutput.ts";
import type { LivePanel } from "./livePanel.ts";
import { awaited, type NotebookHost, type NotebookScenario, notebookScenario } from "./notebookScenario.ts";
import { type NotebookWorld, overridesFor, playedWorld, type WorldOptions } from "./notebookWorld.ts";
import { type OwnConfig, ownScenario } from "./ownScenario.ts";
import { proseOf } from "./templateProse.ts";

/** The functions that a notebook imports. */
export interface Notebook {
  /** A scenario of the project with its assumptions: load("payments"). */
  load(name: string): Promise<NotebookScenario>;
  /** Scenarios of the project, all of them for no name, played on the same trials: together("payments", "seoul", { trials: 4096 }). */
  together(...asked: readonly string[] | readonly [...string[], WorldOptions]): Promise<NotebookWorld>;
  /** A scenario that the notebook defines itself, with what is believed about its inputs. */
  own(scenario: Scenario, config: OwnConfig): NotebookScenario;
  /** A figure of the article by its id in claims.yaml. */
  claim(id: string): Claim;
  /** Shows a chart, a live panel or a table; anything else as text. */
  show(shown: Chart | LivePanel | Table | string | number): void;
  /** Shows prose, written in Markdown, with what is filled in shown as it is. */
  md(strings: TemplateStringsArray, ...values: readonly (string | number)[]): void;
  /** A number for people: number(30437.5, { digits: 3 }) → "30.4k". */
  number(value: number, style?: NumberStyle): string;
}

/** What a notebook works with. */
export interface NotebookApiOptions {
  /** The project's folder. */
  folder: string;
  /** Takes what is shown, in order. */
  display(output: CellOutput): void;
  /** For runs that name no number of their own. */
  trials?: number | undefined;
  /** Who else is to have time. */
  host?: NotebookHost | undefined;
  /** Keeps what was read and run before; a new one unless given. */
  session?: Session;
  /** Told of every scenario that is loaded. */
  onLoad?(name: string): void;
}

/** The functions for one notebook. */
export function createNotebookApi({
  folder,
  display,
  trials,
  host,
  session = new Session(),
  onLoad,
}: NotebookApiOptions): Notebook {
  let project: Project | undefined;
  let claims: ReturnType<typeof loadClaims> | undefined;
  const projectHere = () => {
    project ??= findProject(folder);
    return project;
  };
  const claimsHere = () => {
    claims ??= loadClaims(projectHere());
    return claims;
  };
  const loadAll = async (names: readonly string[], overrides?: Overrides): Promise<LoadedScenario[]> => {
    const problems: BadInput["problems"][number][] = [];
    const chosen = chooseScenarios(projectHere(), names, problems);
    for (const { name } of chosen) onLoad?.(name);
    if (problems.length > 0) throw new BadInput(problems);
    return loadScenarios(projectHere(), chosen, {
      claims: claimsHere(),
      session,
      ...(overrides && { overrides }),
    });
  };
  const load = async (name: string): Promise<NotebookScenario> => {
    onLoad?.(name);
    const [loaded] = await loadAll([name]);
    return notebookScenario(loaded!, { trials, host, session });
  };
  const together = async (asked: readonly (string | WorldOptions)[]): Promise<NotebookWorld> => {
    const names = asked.filter((one) => typeof one === "string");
    const options = {
      ...(trials !== undefined && { trials }),
      ...asked.find((one) => typeof one !== "string"),
    };
    const loaded = await loadAll(names, overridesFor(options));
    return playedWorld(loaded, { common: commonNames(projectHere()), host, session });
  };
  return {
    load: (name) => awaited(load(name), host),
    together: (...asked) => awaited(together(asked), host),
    own: (exported, config) => ownScenario(exported, config, { trials, host, session, folder }),
    claim: (id) => {
      const claim = claimsHere().get(id);
      if (!claim)
        throw new RangeError(`there is no claim "${id}" (${nearestHint(id, [...claimsHere().keys()])})`);
      return claim;
    },
    show: (shown) => display(outputOf(shown)),
    md: (strings, ...values) => display({ kind: "markdown", text: proseOf(strings, values) }),
    number: formatNumber,
  };
}

function outputOf(shown: Chart | LivePanel | Table | string | number): CellOutput {
  if (typeof shown === "object" && shown !== null) {
    if ("spec" in shown) return { kind: "chart", chart: shown };
    if ("placement" in shown) return { kind: "panel", panel: shown };
    if ("rows" in shown) return { kind: "table", table: shown };
  }
  const text = typeof shown === "object" ? JSON.stringify(shown, null, 2) : String(shown);
  return { kind: "text", text: `${text}\n`, stream: "stdout" };
}
