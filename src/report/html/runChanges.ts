// What a run was told otherwise than its scenario's own config says. Its figures are not those of the config.
import type { Overrides } from "../../assumptions/readConfig.ts";
import { type Html, html, nothing } from "../shared/html.ts";
import { shellWord } from "../shared/settings.ts";

/** What a run was told otherwise than its config. */
export interface RunSettings {
  overrides: Overrides;
  /** The config that stood in for the scenario's own. */
  configFile?: string;
  /** The variants that were played, where the config has more. */
  onlyVariants?: readonly string[];
}

/** For a reader: "troops=1k", "horizon 12 months", "config other.yaml", "only the base". */
export function runChanges({ overrides, configFile, onlyVariants }: RunSettings): string[] {
  const { set = [], horizon, seed, trials } = overrides;
  return [
    ...set,
    ...(horizon === undefined ? [] : [`horizon ${horizon}`]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    ...(trials === undefined ? [] : [`${trials} trials`]),
    ...(configFile === undefined ? [] : [`config ${configFile}`]),
    ...(onlyVariants === undefined ? [] : [onlyWords(onlyVariants)]),
  ];
}

/** The line by which a page warns that its figures are not those of the config; nothing where they are. */
export function changesLine(changes: readonly string[]): Html {
  if (changes.length === 0) return nothing;
  return html`<p class="otherwise">Changed for this run: <strong>${changes.join(", ")}</strong></p>`;
}

function onlyWords(variants: readonly string[]): string {
  const others = variants.filter((name) => name !== "base");
  return others.length === 0 ? "only the base" : `only the base and ${others.join(", ")}`;
}

/**
 * For a shell: "--set troops=1k". Chosen variants are left out, since those that were played have the figures that
 * they have in a run of all.
 */
export function settingWords({ overrides, configFile }: RunSettings): string[] {
  const { set = [], horizon, seed, trials } = overrides;
  const word = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`--${name} ${shellWord(String(value))}`];
  return [
    ...set.flatMap((one) => word("set", one)),
    ...word("horizon", horizon),
    ...word("seed", seed),
    ...word("trials", trials),
    ...word("config", configFile),
  ];
}

/** The played variants, where they are not all that the config names. */
export function onlyPlayed(
  played: readonly string[],
  known: readonly string[] | undefined,
): { onlyVariants?: readonly string[] } {
  return known?.some((name) => !played.includes(name)) ? { onlyVariants: played } : {};
}
