// A scenario that a notebook defines itself, with the words that a YAML would hold.
import { stringify } from "yaml";
import { isLinked } from "../../assumptions/input.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { type Claim, readClaims } from "../../assumptions/readClaims.ts";
import { type Overrides, readConfig } from "../../assumptions/readConfig.ts";
import { decimalText } from "../../numeric/numeral.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { checkScenario } from "../project/checkScenario.ts";
import { columnReader } from "../project/readColumn.ts";
import { type HandleOptions, type NotebookScenario, notebookScenario } from "./notebookScenario.ts";

/** Assumptions and settings of a scenario that a notebook defines itself: what a scenario's YAML holds. */
export interface OwnConfig {
  /** When the first step begins: "2024-12", "2024-Q4", "2024-12-01"; steps are numbered unless given. */
  start?: string | number;
  /** "24 months"; with a start also "to 2025-12". */
  horizon: string;
  trials?: number;
  seed?: string;
  assumptions: Readonly<
    Record<string, { belief: string | number; unit: string; claims?: readonly string[]; why?: string }>
  >;
  variants?: Readonly<
    Record<string, { title: string; set: Readonly<Record<string, string | number>>; why?: string }>
  >;
  /** Spearman's rank correlations, -1 to 1, each of two assumptions. */
  correlations?: readonly { between: readonly [string, string]; rank: number }[];
  /** Values of a series whose first crossing is asked for: `below` or `above`, in the output's unit. */
  levels?: readonly { output: string; below?: string | number; above?: string | number; label?: string }[];
  /** What was counted of a series before the start, by output. */
  history?: Readonly<
    Record<
      string,
      { file: string; value: string; unit: string; source: string; licence?: string; until?: string }
    >
  >;
  /** The figures it stands on, as in claims.yaml. */
  claims?: Readonly<Record<string, OwnClaim>>;
}

/** A figure that a notebook quotes. */
export interface OwnClaim extends Omit<Claim, "id" | "value" | "gradeReason"> {
  value?: string | number;
  /** Why this grade. */
  reason: string;
}

const ownFile = "the notebook's own scenario";

/** Checks model and beliefs like those of a file. */
export function ownScenario(
  exported: Scenario,
  { claims: quoted, ...config }: OwnConfig,
  { folder, ...options }: HandleOptions & { folder: string },
): NotebookScenario {
  const file = ownFile;
  const scenario = checkScenario(exported, file);
  refuseLinks(scenario);
  const { step, inputs, outputs } = scenario;
  return withoutPlaces(() => {
    const claims = quoted ? readClaims({ text: yamlOf({ claims: quoted }), file }) : new Map();
    const source = { text: yamlOf(config), file };
    const name = scenario.title;
    const configure = (overrides: Overrides) =>
      withoutPlaces(() => readConfig(source, { name, step, inputs, outputs }, claims, overrides, readers));
    const { data, ...readers } = columnReader(folder);
    const loaded = { name, scenario, config: configure({}), source, data, script: undefined, configure };
    return notebookScenario(loaded, options);
  });
}

/** Other scenarios are found by their files, which a notebook's own has none of. */
function refuseLinks({ inputs }: Scenario): void {
  const problems = Object.entries(inputs).flatMap(([name, declaration]): Problem[] => {
    if (!isLinked(declaration)) return [];
    const message = `takes ${declaration.from}, which only a scenario in scenarios/ can`;
    return [{ path: `${ownFile}: inputs.${name}`, message, hint: "give both their files" }];
  });
  if (problems.length > 0) throw new BadInput(problems);
}

/** A notebook may say the same object twice; in the YAML each is written out. */
function yamlOf(data: object): string {
  // A number of the notebook is one: 1.234 has no other reading.
  const written = (_: unknown, value: unknown) => {
    const text = String(value);
    return typeof value === "number" && decimalText(text) !== text ? decimalText(text) : value;
  };
  return stringify(data, written, { aliasDuplicateObjects: false });
}

/** Lines of a YAML that nobody has written would lead nowhere; the path says where a problem is. Those of data files stay. */
function withoutPlaces<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new BadInput(
      error.problems.map(({ place, ...problem }) =>
        place?.file === ownFile ? problem : { ...problem, ...(place && { place }) },
      ),
    );
  }
}
