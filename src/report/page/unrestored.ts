// What of a link could not be restored, in a sentence.
import type { LiveData } from "../shared/liveData.ts";
import type { ParsedHash } from "../shared/settings.ts";

/**
 * "The link also sets what could not be restored: the variant “old” (there is none of this name)." Empty where all was
 * restored.
 */
export function unrestored(
  { refusals, unknown }: Omit<ParsedHash, "settings">,
  { findings }: LiveData,
): string {
  const { assumptions } = findings.variants[0]!;
  const parts = [
    ...unknown.map(({ kind, name }) => `the ${kind} “${name}” (there is none of this name)`),
    ...refusals.map(({ field, text }) => {
      const label = Object.hasOwn(assumptions, field) ? assumptions[field]!.label : "Horizon";
      return `“${text}” for “${label}” (it cannot be read; see there)`;
    }),
  ];
  return parts.length === 0 ? "" : `The link also sets what could not be restored: ${parts.join("; ")}.`;
}
