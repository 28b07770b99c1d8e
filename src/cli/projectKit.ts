// The kit that a project asks for and the one that runs ought to be the same: figures may differ between versions.
import { existsSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { BadInput } from "../assumptions/problems.ts";
import { readText } from "../node/project/readText.ts";

const { name: kit } = packageJson;

/** Refuses to run in a project that has, or asks for, another version than the one that runs. @throws BadInput with both */
export function refuseOtherVersion(folder: string, running: string = packageJson.version): void {
  const installed = fieldsOf(join(folder, "node_modules", kit, "package.json"))?.version;
  if (typeof installed === "string") {
    refuse(installed, running, "has", `npx ${kit} runs that one`);
    return;
  }
  const { dependencies, devDependencies } = fieldsOf(join(folder, "package.json")) ?? {};
  const asked = { ...Object(devDependencies), ...Object(dependencies) }[kit];
  if (typeof asked === "string" && /^\d+\.\d+\.\d+/.test(asked))
    refuse(asked, running, "asks for", `npm install, then npx ${kit} runs that one`);
}

function refuse(other: string, running: string, does: string, hint: string): void {
  if (other === running) return;
  throw new BadInput([
    { path: "", message: `this is ${kit} ${running}, and the project here ${does} ${other}`, hint },
  ]);
}

/** The fields of a package.json; undefined where there is none that can be read. */
function fieldsOf(file: string): Record<string, unknown> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const data: unknown = JSON.parse(readText(file, "written"));
    return typeof data === "object" && data !== null ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}
