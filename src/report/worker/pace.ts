// How a run in a page's worker goes on: it lets messages through, and tells the page how far it has come.
import type { Block } from "../../simulation/block.ts";
import { abandonedFailure } from "../../simulation/trialFailure.ts";
import { defaultLimitMs, stallWords } from "../../simulation/userCodeWatch.ts";

/** How a run that the page waits for is paced. */
export interface PaceOptions {
  /** Yields to messages; rejects where the run is no longer wanted. */
  yieldToMessages: () => Promise<void>;
  /** Tells the page how many trials have begun, and how the next is told if it does not come back. */
  sign?: (begun: number, stall?: string) => void;
  /** From this trial on, counted over the run, each has a sign of its own. */
  carefulFrom?: number | undefined;
}

/** The pace of one run. */
export class Pace {
  readonly #options: PaceOptions;
  /** Trials that have begun, over all variants. */
  #begun = 0;

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  /** How many trials may be run without a sign. */
  get maxTrials(): number {
    const { carefulFrom } = this.#options;
    if (carefulFrom === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(1, carefulFrom - this.#begun);
  }

  /** A sign of life, and a pause for messages. */
  async pause(): Promise<void> {
    this.#options.sign?.(this.#begun);
    await this.#options.yieldToMessages();
  }

  /** Runs a piece of a block. */
  run(piece: Block, scenario: string, act: () => void): void {
    const { sign, carefulFrom } = this.#options;
    const isCareful = carefulFrom !== undefined && this.#begun >= carefulFrom;
    if (isCareful) sign?.(this.#begun, wordsOfStall(piece, scenario));
    this.#begun += piece.count;
    act();
    // What takes long from here on is none of the scenario's.
    if (isCareful) sign?.(this.#begun);
  }
}

/** In the words of the command line. */
function wordsOfStall(piece: Block, name: string): string {
  const setting = { name, inputNames: Object.keys(piece.inputs) };
  return abandonedFailure(setting, piece, piece.first, stallWords(defaultLimitMs)).message;
}
