// A run in outputs/SCENARIO/, read again: run.json tells how it was made. Anybody can edit it: what is not as written is as if it was not there.
import { join } from "node:path";
import { z } from "zod";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { variantNames } from "../../assumptions/variantNames.ts";
import { onlyPlayed, type RunSettings } from "../../report/html/runChanges.ts";
import { filesOf } from "../project/project.ts";
import { readText } from "../project/readText.ts";
import { sha256 } from "./manifest.ts";

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
const hashes = z.record(z.string(), z.string()).catch({});
const overrides = z.object({
  set: z.array(z.string()).min(1).optional().catch(undefined),
  horizon: text,
  seed: text,
  trials: z.union([z.string(), z.number()]).optional().catch(undefined),
});
const hashedFile = z.object({ file: z.string(), sha256: z.string() });
const manifestSchema = z.object({
  model: z.object({ sha256: text }).catch({}),
  config: z.object({ file: text, sha256: text, text }).catch({}),
  common: hashedFile.optional().catch(undefined),
  upstreams: z.array(z.object({ model: hashedFile, config: hashedFile })).catch([]),
  data: hashes,
  overrides: overrides.catch({}),
  variants: texts,
  trials: number,
  versions: hashes,
  started: text,
  seconds: number,
  files: hashes,
});

/** How a run was made, as far as run.json tells. */
export type SavedManifest = z.infer<typeof manifestSchema>;

/** A manifest's data; undefined for what is no manifest at all. */
export function parseManifest(data: unknown): SavedManifest | undefined {
  return manifestSchema.safeParse(data).data;
}

/** The files of others that a run stood on, each with its hash. */
export function savedSharedFiles({ common, upstreams }: SavedManifest): Map<string, string> {
  const files = [...(common ? [common] : []), ...upstreams.flatMap(({ model, config }) => [model, config])];
  return new Map(files.map(({ file, sha256: hash }) => [file, hash]));
}

/** The manifest in a scenario's folder; undefined where there is none that can be read. */
export function readManifest(folder: string): SavedManifest | undefined {
  return parseManifest(readJson(join(folder, "run.json")));
}

/** What a file holds as JSON; undefined where it is not there or holds none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path, "output"));
  } catch {
    return undefined;
  }
}

/** The settings of a scenario's run; as its config has them where there is no manifest. */
export function runSettingsOf(scenario: string, manifest: SavedManifest | undefined): RunSettings {
  if (!manifest) return { overrides: {} };
  const { config, variants } = manifest;
  const { file, text } = config;
  const known = text === undefined ? undefined : variantNames({ text, file: String(file) });
  return {
    overrides: savedOverrides(manifest),
    ...(file !== undefined && file !== filesOf(scenario).config && { configFile: file }),
    ...(variants.length > 0 && onlyPlayed(variants, known)),
  };
}

/** What the run was told otherwise than its config. */
export function savedOverrides({ overrides }: SavedManifest): Overrides {
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}

/**
 * Whether a summary is of another run than the manifest beside it: a run was killed between the two, or somebody
 * changed it. A manifest, which is written last, knows the bytes of its run's files.
 */
export function isOfAnotherRun(summary: string, manifest: SavedManifest | undefined): boolean {
  const written = manifest?.files["summary.json"];
  return written !== undefined && written !== sha256(summary);
}
