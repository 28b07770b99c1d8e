// What live pages run: the kit, the same for all, and the scenario that it plays. Bundled once, packed to a third.
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { bundle } from "../project/bundle.ts";
import { bundleScenario } from "../project/scenarioBundle.ts";

const reportFolder = fileURLToPath(new URL("../../report", import.meta.url));
const browser = { platform: "browser", minify: true } as const;
const scripts = new Map<string, Promise<string>>();

/** A file of src/report/ with all that it imports, as one script: "worker/workerEntry", "page/reportEntry". */
export function reportScript(name: string, { isModule = false } = {}): Promise<string> {
  const known = scripts.get(name);
  if (known) return known;
  const entry = `import "./${name}.ts";`;
  const text = bundle({ entry, folder: reportFolder, isModule, ...browser }).then((script) => script.trim());
  scripts.set(name, text);
  return text;
}

/** The script that sets the scenario which the kit plays, from the file that exports it. */
export function scenarioScript(modelFile: string): Promise<string> {
  return scenarioScriptOf(`import scenario from ${JSON.stringify(modelFile)};`, dirname(modelFile));
}

/** The same from a text that declares `scenario`. */
export async function scenarioScriptOf(declaration: string, folder: string): Promise<string> {
  const entry = `${declaration}\nglobalThis.sandtableScenario = scenario;`;
  // The page's mathematics comes first: it is as exact as Node's.
  const [math, scenario] = await Promise.all([
    reportScript("worker/installMath"),
    bundleScenario({ entry, folder, ...browser }),
  ]);
  return `${math}\n${scenario}`;
}

const packedTexts = new Map<string, string>();
const maxKept = 4;

/** A text gzipped, as base64; in haste it becomes a fifth longer. */
export function pack(text: string, { inHaste = false } = {}): string {
  // The kit is the same in every page of a process.
  const known = packedTexts.get(text);
  if (known !== undefined) return known;
  const packed = gzipSync(text, { level: inHaste ? 1 : 9 }).toString("base64");
  if (inHaste) return packed;
  if (packedTexts.size < maxKept) packedTexts.set(text, packed);
  return packed;
}

/** The base64 of a text's SHA-256, for policies. */
export function policyHash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
