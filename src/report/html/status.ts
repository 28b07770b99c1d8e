// One line under the answer: what was changed, and what the figures are of.

import { ownValue } from "../../assumptions/ownValue.ts";
import { horizonWords } from "../../format/horizonWords.ts";
import { formatCount } from "../../format/numbers.ts";
import { capital } from "../../format/text.ts";
import type { LiveData } from "../shared/liveData.ts";
import { type PageSettings, sameFutures } from "../shared/settings.ts";

/** "As run: 24 months, seed sandtable, 16,384 trials." — as a page says it before anything is changed. */
export function publishedStatus({ findings: { horizon, seed, trials } }: LiveData): string {
  return `As run: ${horizonWords(horizon)}, seed ${seed}, ${formatCount(trials)} trials.`;
}

/** What is shown under the settings, `trials` of it so far where more are to come. */
export function statusOf(
  data: LiveData,
  published: PageSettings,
  settings: PageSettings,
  { trials, isQuick }: { trials: number; isQuick: boolean },
): string {
  const [base] = data.findings.variants;
  const { title } = data.findings.variants.find(({ name }) => name === settings.variant) ?? base!;
  const changed = Object.keys(settings.set).filter(
    (name) => ownValue(settings.set, name) !== ownValue(published.set, name),
  );
  const labels = changed.map((name) => base!.assumptions[name]!.label);
  const parts = [
    settings.variant === "base" ? "" : `Variant: ${title}`,
    labels.length > 0 ? `changed: ${labels.join(", ")}` : "",
  ].filter(Boolean);
  if (parts.length === 0 && sameFutures(settings, published) && !isQuick) return publishedStatus(data);
  const state = parts.length > 0 ? capital(parts.join("; ")) : "Changed";
  const count = formatCount(trials);
  return `${state}. ${settings.horizon}, seed ${settings.seed}, ${count} trials${isQuick ? " so far" : ""}.`;
}
