// Scenarios together as a notebook has them: figures in the futures in which something holds, and otherwise.
import { type Futures, futuresOf, type PlayedWorld } from "../../analysis/together/futures.ts";
import { SortedOutcomes } from "../../analysis/together/sortedOutcomes.ts";
import {
  chanceOf,
  outcomesOf,
  type Split,
  type SplitFigure,
  splitFigures,
  type WorldOutcome,
} from "../../analysis/together/splitFigures.ts";
import {
  headlineOutcomes,
  type WorldFindings,
  worldFindings,
} from "../../analysis/together/worldFindings.ts";
import { BadInput } from "../../assumptions/problems.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { formatNumber } from "../../format/numbers.ts";
import type { Table } from "../../format/tables/table.ts";
import { matrixTable, outcomeFigure, splitSentence, splitTable } from "../../format/together/worldTables.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import type { Session } from "../project/session.ts";
import { knownRuns } from "../workers/knownRuns.ts";
import { playTogether } from "../workers/playTogether.ts";
import { type NotebookHost, type RunOptions, settingsOf } from "./notebookScenario.ts";

/** How scenarios are played together: the same for all. */
export type WorldOptions = Pick<RunOptions, "trials" | "seed" | "horizon" | "set">;

/** Scenarios that were played on the same trials. */
export interface NotebookWorld {
  /** All that their page tells, as plain data. */
  readonly findings: WorldFindings;
  /**
   * The futures in which a condition holds: "market.both", "not market.both", "field.total > 40", "field.stock ever below 3",
   * "weather > 0.5" of a common assumption; several are joined by "and".
   */
  given(condition: string): GivenFutures;
  /** What each common assumption moves, a row each, a column for each scenario. */
  matrix(): Table;
}

/** The futures in which a condition holds, beside all others. Figures are references "scenario.output"; of a series, its end. */
export interface GivenFutures {
  /** Their share of all futures. */
  readonly chance: Estimate;
  /** The same in words: "45.4 %". */
  readonly share: string;
  /** The median of a number, the chance of an event, in these futures: figure("market.earned") → "4,870 USD". */
  figure(reference: string): string;
  /** The same in all other futures. */
  otherwise(reference: string): string;
  /** The numbers behind both, to reckon with; undefined where too few trials tell one. */
  estimates(reference: string): Pick<SplitFigure, "given" | "otherwise" | "joint">;
  /** "In the futures in which “A good year” (field), the median of “Earned” (market) is 4,870 USD, otherwise 1,270 USD." */
  sentence(reference: string): string;
  /** Outcomes as a table: of the headlines unless named. */
  table(references?: readonly string[]): Table;
}

/** What the options set otherwise than the configs. */
export function overridesFor({ trials, seed, horizon, set }: WorldOptions): Overrides {
  return {
    ...(set && { set: settingsOf(set) }),
    ...(trials !== undefined && { trials }),
    ...(seed !== undefined && { seed }),
    ...(horizon !== undefined && { horizon }),
  };
}

/** Who plays a world, and what its common assumptions are called. */
export interface WorldHost {
  common: readonly string[];
  host: NotebookHost | undefined;
  /** Knows the world that was played last. */
  session: Session;
}

/** Plays loaded scenarios together, unless they are the same that were played last. */
export async function playedWorld(
  loaded: readonly LoadedScenario[],
  { common, host, session }: WorldHost,
): Promise<NotebookWorld> {
  const { turn, threads, signal, firstLook }: Partial<NotebookHost> = host ?? {};
  const isShort = firstLook !== undefined && loaded.some(({ config }) => config.trials > firstLook.trials);
  if (isShort) firstLook.onShortened();
  const asked = isShort
    ? loaded.map((one) => ({ ...one, config: { ...one.config, trials: firstLook.trials } }))
    : loaded;
  // A notebook that is written plays the same world after every edit of a word.
  const last = session.get(lastWorld);
  const known = session.get(knownRuns);
  const key = asked.map((one) => known.keyOf(one)).join();
  if (last.key !== key || !last.world) {
    const workers = threads ? { threads, signal } : { workers: 1 };
    const world = await playTogether(asked, { ...workers, turn, session }, { common, keepAll: true });
    Object.assign(last, { key, world });
  }
  return notebookWorld(last.world!);
}

interface LastWorld {
  key?: string;
  world?: PlayedWorld;
}

const lastWorld = (): LastWorld => ({});

/** Scenarios played together, as a notebook asks for them. */
function notebookWorld(world: PlayedWorld): NotebookWorld {
  let findings: WorldFindings | undefined;
  const all = () => {
    findings ??= worldFindings(world);
    return findings;
  };
  return {
    get findings() {
      return all();
    },
    given: (condition) => givenFutures(world, futuresOf(world, condition)),
    matrix: () => matrixTable(all()),
  };
}

function givenFutures(world: PlayedWorld, futures: Futures): GivenFutures {
  const chance = chanceOf(futures);
  const sorted = new SortedOutcomes(world);
  const split = (outcomes: readonly WorldOutcome[]): Split => splitFigures(sorted, futures, outcomes);
  const one = (reference: string) => {
    const whole = split([outcomeOf(world, reference)]);
    return { whole, figure: whole.figures[0]! };
  };
  return {
    chance,
    share: formatNumber(chance.value, { error: chance.error, percent: true, digits: 3 }),
    figure: (reference) => {
      const { figure } = one(reference);
      return outcomeFigure(figure, figure.given);
    },
    otherwise: (reference) => {
      const { figure } = one(reference);
      return outcomeFigure(figure, figure.otherwise);
    },
    estimates: (reference) => {
      const { given, otherwise, joint } = one(reference).figure;
      return { given, otherwise, ...(joint && { joint }) };
    },
    sentence: (reference) => {
      const { whole, figure } = one(reference);
      return splitSentence(whole, figure);
    },
    table: (references) => {
      const outcomes = references?.map((reference) => outcomeOf(world, reference)) ?? headlineOutcomes(world);
      return splitTable(split(outcomes));
    },
  };
}

/** @throws BadInput where no scenario has the output */
function outcomeOf(world: PlayedWorld, reference: string): WorldOutcome {
  const known = world.scenarios.flatMap(({ name, columns }) =>
    Object.keys(columns.outputs).map((output) => `${name}.${output}`),
  );
  if (!known.includes(reference)) {
    const message = "is no output of these scenarios";
    throw new BadInput([{ path: `figure "${reference}"`, message, hint: nearestHint(reference, known) }]);
  }
  const [scenario, output] = reference.split(".", 2) as [string, string];
  return outcomesOf(world, scenario, [output])[0]!;
}
