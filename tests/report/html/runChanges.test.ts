// What a page says of a run that was told otherwise than its config.
import { expect, test } from "vitest";
import { parseManifest, runSettingsOf } from "../../../src/node/output/savedRun.ts";
import { changesLine, runChanges, settingWords } from "../../../src/report/html/runChanges.ts";

const config = { file: "scenarios/coins.yaml", text: "variants:\n  rich: {}\n  poor: {}\n" };

test("right answer: every setting is named, for a reader and for a shell", () => {
  const overrides = { set: ["troops=1k", "pay=1k to 2k"], horizon: "12 months", seed: "7", trials: "512" };
  const manifest = { overrides, config: { ...config, file: "other.yaml" }, variants: ["base", "poor"] };
  const settings = runSettingsOf("coins", parseManifest(manifest));
  expect(changesLine(runChanges(settings)).markup).toContain(
    "Changed for this run: <strong>troops=1k, pay=1k to 2k, horizon 12 months, seed 7, 512 trials, " +
      "config other.yaml, only the base and poor</strong>",
  );
  expect(settingWords(settings).join(" ")).toBe(
    "--set troops=1k --set 'pay=1k to 2k' --horizon '12 months' --seed 7 --trials 512 --config other.yaml",
  );
});

test("right answer: a run as its config has it says nothing, nor does a manifest of no use", () => {
  const manifests = [
    { overrides: {}, config, variants: ["base", "rich", "poor"] },
    undefined,
    { overrides: [1], config: 7, variants: "rich" },
  ];
  for (const manifest of manifests) {
    const settings = runSettingsOf("coins", parseManifest(manifest));
    expect(changesLine(runChanges(settings)).markup).toBe("");
    expect(settingWords(settings)).toEqual([]);
  }
});
