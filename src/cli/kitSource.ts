// Where a new project is to get the kit from: as whoever runs this has got it.
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { toPosix, towards } from "../node/project/posix.ts";
import { readText } from "../node/project/readText.ts";

const { name: kit, version } = packageJson;

/**
 * What a project in `folder` writes as the kit's version. A kit that was installed from a file is taken from that file
 * again, by its path from the project; one that runs from its source from the tarball that `npm run pack` makes; any
 * other by its version.
 * @param program absolute path of the running file
 * @returns `missing`: the tarball that has yet to be made
 */
export function kitSource(folder: string, program: string): { spec: string; missing?: string } {
  const tarball = installedFrom(program) ?? sourceTarball(program);
  if (tarball === undefined) return { spec: version };
  const spec = `file:${towards(folder, tarball)}`;
  return existsSync(tarball) ? { spec } : { spec, missing: tarball };
}

/** The file that a package of the kit was installed from, as the project that has installed it (for npx a hidden one) names it. */
function installedFrom(program: string): string | undefined {
  const match = /^(.*)\/node_modules\/(create-)?sandtable\//.exec(toPosix(program));
  if (!match) return undefined;
  const [, project, prefix = ""] = match;
  const file = join(project!, "package.json");
  if (!existsSync(file)) return undefined;
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readText(file, "written"));
  const spec: unknown = { ...devDependencies, ...dependencies }[`${prefix}${kit}`];
  if (typeof spec !== "string" || !spec.startsWith("file:") || !spec.endsWith(".tgz")) return undefined;
  const path = spec.slice("file:".length);
  const installed = isAbsolute(path) ? path : resolve(project!, path);
  if (prefix === "") return installed;
  const beside = join(dirname(installed), `${kit}-${version}.tgz`);
  return existsSync(beside) ? beside : undefined;
}

function sourceTarball(program: string): string | undefined {
  const match = /^(.*)\/src\/cli\//.exec(toPosix(program));
  return match ? join(match[1]!, "dist", `${kit}-${version}.tgz`) : undefined;
}
