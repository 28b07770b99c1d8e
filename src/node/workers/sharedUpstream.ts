// What scenarios upstream gave in runs of the same command: one of a chain is played once for all that it feeds.
import type { Config } from "../../assumptions/assumptions.ts";
import type { OutputColumns } from "../../simulation/columns.ts";
import type { UpstreamMemory } from "../../simulation/executor.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";

/** Numbers that are kept: 192 MB. */
const maxNumbers = 24 * 2 ** 20;

/** Columns of scenarios upstream, of bounded size. A project's sampling plan gives an input the same draws whoever asks. */
export class SharedUpstream {
  private readonly known = new Map<string, OutputColumns>();
  private readonly scripts = new Map<string, string | undefined>();
  private numbers = 0;

  /** That of one scenario's runs. */
  memoryFor(
    upstreams: readonly LoadedScenario[],
    { seed, start }: Pick<Config, "seed" | "start">,
  ): UpstreamMemory {
    for (const { name, script } of upstreams) {
      // A file that was written anew gives other outputs for the same beliefs.
      if (this.scripts.has(name) && this.scripts.get(name) !== script) this.forget();
      this.scripts.set(name, script);
    }
    const placeOf = (key: string) => JSON.stringify([seed, start, key]);
    return {
      get: (key) => this.known.get(placeOf(key)),
      keep: (key, outputs) => this.keep(placeOf(key), outputs),
    };
  }

  private keep(place: string, outputs: OutputColumns): void {
    this.drop(place);
    this.known.set(place, outputs);
    this.numbers += sizeOf(outputs);
    for (const oldest of this.known.keys()) {
      if (this.numbers <= maxNumbers) return;
      this.drop(oldest);
    }
  }

  private drop(place: string): void {
    this.numbers -= sizeOf(this.known.get(place) ?? {});
    this.known.delete(place);
  }

  private forget(): void {
    this.known.clear();
    this.numbers = 0;
  }
}

function sizeOf(outputs: OutputColumns): number {
  return Object.values(outputs).reduce((sum, column) => sum + column!.length, 0);
}
