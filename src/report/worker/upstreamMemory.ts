// What scenarios upstream gave in earlier runs: a reader moves an assumption of the page's own scenario, and they stay as they were.
import type { OutputColumns } from "../../simulation/columns.ts";
import type { UpstreamMemory } from "../../simulation/executor.ts";

/** Numbers that are kept: 32 MB. */
const maxNumbers = 2 ** 22;

/** A memory for each seed, all together of bounded size. */
export function createUpstreamMemory(): (seed: string) => UpstreamMemory {
  const known = new Map<string, OutputColumns>();
  let numbers = 0;
  const sizeOf = (outputs: OutputColumns) =>
    Object.values(outputs).reduce((sum, column) => sum + column!.length, 0);

  return (seed) => ({
    get(key) {
      const place = JSON.stringify([seed, key]);
      const found = known.get(place);
      // The one that was used last is forgotten last.
      if (found && known.delete(place)) known.set(place, found);
      return found;
    },
    keep(key, outputs) {
      const copies = Object.entries(outputs).map(([name, column]) => [name, column!.slice()]);
      const kept: OutputColumns = Object.fromEntries(copies);
      known.set(JSON.stringify([seed, key]), kept);
      numbers += sizeOf(kept);
      for (const [place, oldest] of known) {
        if (numbers <= maxNumbers) break;
        known.delete(place);
        numbers -= sizeOf(oldest);
      }
    },
  });
}
