// What a notebook works with: scenarios, claims, and the page that it shows things on.
import { formatNumber, type NumberStyle } from "../../analysis/digits.ts";
import type { Claim } from "../../assumptions/claims.ts";
import { type Overrides, readConfig } from "../../assumptions/config.ts";
import { BadInput } from "../../assumptions/problems.ts";
import type { Chart } from "../../charts/chart.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import {
  chooseScenarios,
  findProject,
  loadClaims,
  loadScenarios,
  type Project,
  type ReadModel,
} from "../project.ts";
import { columnReader } from "../readColumn.ts";
import type { LivePanel } from "./live.ts";
import type { Output, Table } from "./output.ts";
import { type OwnConfig, ownScenario } from "./ownScenario.ts";
import { proseOf } from "./prose.ts";
import { awaited, type Host, type NotebookScenario, notebookScenario } from "./scenario.ts";
import { hint } from "./unknown.ts";

/** The functions that a notebook imports. */
export interface Notebook {
  /** A scenario of the project with its assumptions: load("payments"). */
  load(name: string): Promise<NotebookScenario>;
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

export interface DoorOptions {
  /** The project's folder. */
  folder: string;
  /** Takes what is shown, in order. */
  display(output: Output): void;
  /** For runs that name no number of their own. */
  trials?: number | undefined;
  /** Who else is to have time. */
  host?: Host | undefined;
  /** Reads a scenario's file; anew each time unless given. */
  readModel?: ReadModel | undefined;
  /** Told of every scenario that is loaded. */
  onLoad?(name: string): void;
}

/** The functions for one notebook. */
export function openNotebook({ folder, display, trials, host, readModel, onLoad }: DoorOptions): Notebook {
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
  const load = async (name: string): Promise<NotebookScenario> => {
    onLoad?.(name);
    const problems: BadInput["problems"][number][] = [];
    const chosen = chooseScenarios(projectHere(), [name], problems);
    if (problems.length > 0) throw new BadInput(problems);
    const options = { claims: claimsHere(), ...(readModel && { readModel }) };
    const [{ scenario, script, source }] = (await loadScenarios(projectHere(), chosen, options)) as [
      Awaited<ReturnType<typeof loadScenarios>>[number],
    ];
    const { step, inputs, outputs } = scenario;
    const { readColumn, data } = columnReader(projectHere().folder);
    const configure = (overrides: Overrides) => ({
      name,
      scenario,
      config: readConfig(source, { name, step, inputs, outputs }, claimsHere(), overrides, { readColumn }),
      data,
      script,
    });
    return notebookScenario(configure, { trials, host });
  };
  return {
    load: (name) => awaited(load(name), host),
    own: (exported, config) => ownScenario(exported, config, { trials, host }),
    claim: (id) => {
      const claim = claimsHere().get(id);
      if (!claim) throw new RangeError(`there is no claim "${id}" (${hint(id, [...claimsHere().keys()])})`);
      return claim;
    },
    show: (shown) => display(outputOf(shown)),
    md: (strings, ...values) => display({ kind: "markdown", text: proseOf(strings, values) }),
    number: formatNumber,
  };
}

function outputOf(shown: Chart | LivePanel | Table | string | number): Output {
  if (typeof shown === "object" && shown !== null) {
    if ("spec" in shown) return { kind: "chart", chart: shown };
    if ("slot" in shown) return { kind: "panel", panel: shown };
    if ("rows" in shown) return { kind: "table", table: shown };
  }
  const text = typeof shown === "object" ? JSON.stringify(shown, null, 2) : String(shown);
  return { kind: "text", text: `${text}\n`, stream: "stdout" };
}
