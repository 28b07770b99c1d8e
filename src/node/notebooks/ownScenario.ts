// A scenario that a notebook defines itself, with the words that a YAML would hold.
import { stringify } from "yaml";
import { type Claim, readClaims } from "../../assumptions/claims.ts";
import { type Overrides, readConfig } from "../../assumptions/config.ts";
import { BadInput } from "../../assumptions/problems.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { checkScenario } from "../checkScenario.ts";
import { type HandleOptions, type NotebookScenario, notebookScenario } from "./scenario.ts";

/** Assumptions and settings of a scenario that a notebook defines itself: what a scenario's YAML holds. */
export interface OwnConfig {
  horizon: string;
  trials?: number;
  seed?: string;
  assumptions: Readonly<
    Record<string, { belief: string | number; unit: string; claims?: readonly string[]; why?: string }>
  >;
  variants?: Readonly<Record<string, { title: string; set: Readonly<Record<string, string | number>> }>>;
  /** The figures it stands on, as in claims.yaml. */
  claims?: Readonly<Record<string, OwnClaim>>;
}

/** A figure that a notebook quotes. */
export interface OwnClaim extends Omit<Claim, "id" | "value" | "gradeReason"> {
  value?: string | number;
  /** Why this grade. */
  reason: string;
}

/** Checks model and beliefs like those of a file. */
export function ownScenario(
  exported: Scenario,
  { claims: quoted, ...config }: OwnConfig,
  options: HandleOptions,
): NotebookScenario {
  const file = "the notebook's own scenario";
  const scenario = checkScenario(exported, file);
  const { step, inputs, outputs } = scenario;
  return withoutPlaces(() => {
    const claims = quoted ? readClaims({ text: stringify({ claims: quoted }), file }) : new Map();
    const configure = (overrides: Overrides) =>
      withoutPlaces(() => {
        const source = { text: stringify(config), file };
        const name = scenario.title;
        return {
          name,
          scenario,
          config: readConfig(source, { name, step, inputs, outputs }, claims, overrides),
          data: new Map(),
          script: undefined,
        };
      });
    return notebookScenario(configure, options);
  });
}

/** Lines of a YAML that nobody has written would lead nowhere; the path says where a problem is. */
function withoutPlaces<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new BadInput(error.problems.map(({ place, ...problem }) => problem));
  }
}
