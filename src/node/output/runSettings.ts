// How the run in a folder was set, from its run.json. Anybody can edit that file: what is of no use is left out.
import type { Overrides } from "../../assumptions/readConfig.ts";
import { variantNames } from "../../assumptions/variantNames.ts";
import { onlyPlayed, type RunSettings } from "../../report/html/runChanges.ts";
import { filesOf } from "../project/project.ts";
import { sha256 } from "./manifest.ts";

type Data = Readonly<Record<string, unknown>>;

/** The settings that the manifest of this scenario's run tells. */
export function runSettingsOf(scenario: string, manifest: unknown): RunSettings {
  const { overrides, config, variants } = dataOf(manifest);
  const { file, text } = dataOf(config);
  const known = typeof text === "string" ? variantNames({ text, file: String(file) }) : undefined;
  const played = textsOf(variants);
  return {
    overrides: overridesOf(dataOf(overrides)),
    ...(typeof file === "string" && file !== filesOf(scenario).config && { configFile: file }),
    ...(played.length > 0 && onlyPlayed(played, known)),
  };
}

/**
 * Whether a summary is of another run than the manifest beside it: a run was killed between the two, or somebody
 * changed it. A manifest, which is written last, knows the bytes of its run's files.
 */
export function isOfAnotherRun(summary: string, manifest: unknown): boolean {
  const written = dataOf(dataOf(manifest).files)["summary.json"];
  return typeof written === "string" && written !== sha256(summary);
}

function overridesOf({ set, horizon, seed, trials }: Data): Overrides {
  const settings = textsOf(set);
  return {
    ...(settings.length > 0 && { set: settings }),
    ...(typeof horizon === "string" && { horizon }),
    ...(typeof seed === "string" && { seed }),
    ...((typeof trials === "string" || typeof trials === "number") && { trials }),
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function dataOf(value: unknown): Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : {};
}
