// A scenario as a notebook has it: what is believed about it, and runs of it.

import { assumptionInput } from "../../assumptions/assumptionInput.ts";
import type { Config, Variant } from "../../assumptions/assumptions.ts";
import type { Claim } from "../../assumptions/readClaims.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { beliefWords } from "../../beliefs/beliefWords.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { estimatedWords } from "../../format/estimatedWords.ts";
import { formatInterval, readsAsShare, unitWords } from "../../format/numbers.ts";
import type { TextTable } from "../../format/tables/table.ts";
import { decimalText } from "../../numeric/numeral.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import type { Session } from "../project/session.ts";
import { knownRuns } from "../workers/knownRuns.ts";
import { runLoaded } from "../workers/runLoaded.ts";
import type { Threads } from "../workers/workerThreads.ts";
import { type NotebookRun, notebookRun } from "./notebookRun.ts";
import { unknownAssumption } from "./unknownNames.ts";

/** Beliefs by assumption, each in the unit that the scenario's YAML declares: { troops: "11k to 40k", pay: 2000 }. */
export type Settings = Readonly<Record<string, string | number>>;

/** How a scenario is run from a notebook. */
export interface RunOptions {
  /** How many futures to play. */
  trials?: number;
  seed?: string;
  /** How far to look: "36 months", with a start also "to 2025-12". */
  horizon?: string;
  /**
   * Another first step than the config's, to look back: "2024-01". A history then ends before it; what a belief takes from
   * a file does not, so give it an `until:`.
   */
  start?: string;
  /** Assumptions set otherwise, in every variant. */
  set?: Settings;
  /** The variants of the YAML that are played beside the base; all of them unless given. */
  variants?: readonly string[];
  /** Variants of the notebook's own, by name. */
  whatIf?: Readonly<Record<string, { title: string; set: Settings }>>;
  /** False leaves out what the headline hangs on, which takes most of the plays: a run that is not asked for it is sooner there. */
  influences?: boolean;
}

/** A scenario with its assumptions. */
export interface NotebookScenario {
  readonly title: string;
  readonly question: string;
  /** The same scenario with some assumptions set otherwise. */
  with(settings: Settings): NotebookScenario;
  /** Plays it many thousand times. */
  run(options?: RunOptions): Promise<NotebookRun>;
  /** What is believed, and on what ground: all assumptions or those named. */
  ledger(assumptions?: readonly string[]): TextTable;
}

/** What a host that does other things too lets runs have. */
export interface NotebookHost {
  /** Waits until it is this work's turn; asked before each piece of it. */
  turn(): Promise<void>;
  /** Threads that play; this one does it all unless given. */
  threads?: Threads;
  /** Ends the work early. */
  signal?: AbortSignal;
  /** Told each time that the notebook's own code is about to run or to go on. */
  onUserCode?(): void;
  /** Where a first look is enough, runs that are not known yet are played with so many trials at most; each is told. */
  firstLook?: { trials: number; onShortened(): void };
}

/** What a notebook's scenario is made with. */
export interface HandleOptions {
  /** What runs that name no number of their own are played with. */
  trials?: number | undefined;
  set?: Settings;
  host?: NotebookHost | undefined;
  /** Knows the runs that were played before. */
  session: Session;
}

/** Gives a notebook what it has waited for. */
export async function awaited<Result>(
  result: Promise<Result>,
  host: NotebookHost | undefined,
): Promise<Result> {
  try {
    return await result;
  } finally {
    host?.onUserCode?.();
  }
}

/** A loaded scenario, with some of its assumptions set otherwise. Throws BadInput where a setting cannot be. */
export function notebookScenario(loaded: LoadedScenario, handle: HandleOptions): NotebookScenario {
  const { scenario } = loaded;
  const { trials, set = {}, host } = handle;
  const config = Object.keys(set).length === 0 ? loaded.config : loaded.configure({ set: settingsOf(set) });
  return {
    title: scenario.title,
    question: scenario.question,
    with: (settings) => notebookScenario(loaded, { ...handle, set: { ...set, ...settings } }),
    run: (options = {}) => {
      const asked = { ...(trials !== undefined && { trials }), ...options, set: { ...set, ...options.set } };
      return awaited(run(loaded, asked, handle), host);
    },
    ledger: (names) => ledger(scenario, config, names),
  };
}

async function run(
  loaded: LoadedScenario,
  options: RunOptions,
  { host, session }: HandleOptions,
): Promise<NotebookRun> {
  const { trials, seed, horizon, start, set = {}, variants, whatIf = {}, influences = true } = options;
  const overridesWith = (settings: Settings): Overrides => ({
    set: settingsOf(settings),
    ...(trials !== undefined && { trials }),
    ...(seed !== undefined && { seed }),
    ...(horizon !== undefined && { horizon }),
    ...(start !== undefined && { start }),
  });
  const { name } = loaded;
  const config = loaded.configure(overridesWith(set));
  const [asDeclared, ...declared] = config.variants as readonly [Variant, ...Variant[]];
  // A legend says "Base" for the beliefs of the YAML alone.
  const base = Object.keys(set).length === 0 ? asDeclared : { ...asDeclared, title: "As set here" };
  const own = Object.entries(whatIf).map(([variant, { title, set: settings }]): Variant => {
    const { assumptions, derived } = loaded.configure(overridesWith({ ...set, ...settings })).variants[0]!;
    return { name: variant, title, assumptions, ...(derived && { derived }) };
  });
  const chosen = chooseVariants(name, declared, variants);
  const played = { ...loaded, config: { ...config, variants: [base, ...chosen, ...own] as const } };
  // A notebook that is written plays the same runs after every edit of a word.
  const known = session.get(knownRuns);
  const before = known.get(played, influences);
  if (before) return notebookRun(before, played, { influences });
  const { firstLook } = host ?? {};
  const isShort = firstLook !== undefined && config.trials > firstLook.trials;
  if (isShort) firstLook.onShortened();
  const model = isShort ? { ...played, config: { ...played.config, trials: firstLook.trials } } : played;
  const { turn, threads, signal }: Partial<NotebookHost> = host ?? {};
  // What a notebook defines itself only this thread knows.
  const workers = threads && loaded.script !== undefined ? { threads, signal } : { workers: 1 };
  const { findings } = await runLoaded(model, { ...workers, turn, session }, { influences });
  known.keep(model, influences, findings);
  return notebookRun(findings, model, { influences });
}

/** Settings as the command line has them. */
export function settingsOf(settings: Settings): string[] {
  // A number of the notebook is one: 1.234 has no other reading.
  return Object.entries(settings).map(
    ([assumption, belief]) =>
      `${assumption}=${typeof belief === "number" ? decimalText(String(belief)) : belief}`,
  );
}

function chooseVariants(
  scenario: string,
  declared: readonly Variant[],
  names: readonly string[] | undefined,
): readonly Variant[] {
  if (names === undefined) return declared;
  const known = declared.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`${scenario} has no variant "${unknown}" (${nearestHint(unknown, known)})`);
  }
  return declared.filter(({ name }) => names.includes(name));
}

function ledger(
  scenario: Scenario,
  { variants, claims }: Config,
  names: readonly string[] = variants[0]!.assumptions.map(({ name }) => name),
): TextTable {
  const { assumptions } = variants[0]!;
  const known = assumptions.map(({ name }) => name);
  const rows = names.map((name) => {
    const assumption = assumptions.find((one) => one.name === name);
    if (!assumption) throw unknownAssumption(name, known);
    const { belief, unit, basis, distribution } = assumption;
    const input = assumptionInput(scenario, assumption);
    const ends = [0.05, 0.95].map((p) => distribution.quantile(p));
    const percent = readsAsShare(input.unit, ends);
    const [low, high] = ends.map((value) => ({ value, error: 0 })) as [Estimate, Estimate];
    const named = basis.kind === "claims" ? basis.ids.map((id) => claimWords(id, claims.get(id))) : [];
    const stands = named.length > 0 ? `Claimed: ${named.join("; ")}. ` : "";
    const likely = formatInterval(low, high, undefined, { percent, of: input.unit });
    const { estimated } = distribution;
    const found = estimated ? `${estimatedWords(estimated, unit)} ` : "";
    const why = `${found}${stands}${basis.why ?? ""}`.trim();
    return [input.label, beliefWords(belief, unitWords(unit)), likely, why];
  });
  const columns = ["", "Belief", "9 in 10 lie in", "Why"];
  return { caption: `What is believed: ${scenario.title}`, columns, rows };
}

/** "Pyongyang is paid … (South Korea's intelligence service; pay)": the id is what the article's figures are asked for by. */
function claimWords(id: string, claim: Claim | undefined): string {
  return claim ? `${claim.says.replace(/\.$/, "")} (${claim.source}; ${id})` : id;
}
