// `npm run pack`: the kit as it is installed. dist/package/ is what the tarball holds, and dist/ the two tarballs:
// `sandtable`, and `create-sandtable`, by which `npm init sandtable` begins a project.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFiles } from "#ownFiles";
import packageJson from "../../package.json" with { type: "json" };
import { schemaFiles } from "../cli/commands/schema.ts";
import { bundleCreator, bundleKit } from "./bundles.ts";
import { declarations } from "./declarations.ts";
import { licenceNotices } from "./notices.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");
const folder = join(dist, "package");
const creator = join(dist, "create-sandtable");

/** What is installed beside the package: programs of the machine, which cannot be put into a text. */
const runTime = ["@resvg/resvg-js", "esbuild"] as const;

const { name, version, description, license, engines, dependencies } = packageJson;
const common = { version, license, type: "module", engines };

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function json(data: unknown): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

async function writePackage(): Promise<void> {
  const bundled = await bundleKit(root, join(folder, "lib"), runTime);
  for (const script of ownFiles.scriptNames)
    write(join(folder, `lib/scripts/${script}.js`), await ownFiles.script(script));
  // The door as scenarios import it, and as a plain program or an editor finds it.
  write(join(folder, "lib/index.js"), await ownFiles.script("door"));
  for (const [file, text] of declarations(root)) write(join(folder, "types", file), text);
  for (const { file, text } of schemaFiles)
    write(join(folder, "schemas", file.replace(/^.*[\\/]/, "")), text());
  for (const font of ["DejaVuSans", "DejaVuSans-Bold"] as const) {
    mkdirSync(join(folder, "fonts"), { recursive: true });
    copyFileSync(ownFiles.font(font), join(folder, "fonts", `${font}.ttf`));
  }
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  write(
    join(folder, "THIRD-PARTY-NOTICES.txt"),
    licenceNotices([...bundled, join("node_modules", "dejavu-fonts-ttf")], root),
  );
  write(join(folder, "README.md"), readme);
  write(join(folder, "bin/sandtable.js"), program);
  const exported = (door: string) => ({ types: `./types/${door}.d.ts`, default: `./lib/${door}.js` });
  write(
    join(folder, "package.json"),
    json({
      name,
      description,
      ...common,
      bin: { sandtable: "bin/sandtable.js" },
      exports: {
        ".": exported("index"),
        "./notebook": exported("notebook"),
        "./schemas/*": "./schemas/*",
        "./package.json": "./package.json",
      },
      files: ["bin", "lib", "types", "schemas", "fonts", "THIRD-PARTY-NOTICES.txt"],
      sideEffects: false,
      dependencies: Object.fromEntries(runTime.map((one) => [one, dependencies[one]])),
    }),
  );
}

async function writeCreator(): Promise<void> {
  write(join(creator, "bin/create-sandtable.js"), await bundleCreator(root));
  copyFileSync(join(root, "LICENSE"), join(creator, "LICENSE"));
  write(
    join(creator, "package.json"),
    json({
      name: "create-sandtable",
      description: "Begins a project of Sandtable: npm init sandtable my-article",
      ...common,
      bin: { "create-sandtable": "bin/create-sandtable.js" },
      files: ["bin"],
    }),
  );
}

// V8's flags come first: what is compiled under other ones is compiled again. Then the cache, then the program.
const program = `#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--max-inlined-bytecode-size=2000");
setFlagsFromString("--max-inlined-bytecode-size-cumulative=5000");
module.enableCompileCache?.();
await import("../lib/main.js");
`;

const readme = `# Sandtable

${description}.

\`\`\`sh
npx sandtable init my-article
cd my-article && npm install && npm start
\`\`\`

A project is a folder with \`scenarios/\` (what happens in one trial, and what is believed of it) and \`notebooks/\`; its own
README says what to change first. \`npx sandtable --help\` lists the commands.

MIT; the licences of what is bundled are in THIRD-PARTY-NOTICES.txt.
`;

function pack(what: string): void {
  execFileSync("npm", ["pack", what, "--pack-destination", dist, "--silent"], {
    shell: process.platform === "win32",
  });
}

rmSync(dist, { recursive: true, force: true });
await writePackage();
await writeCreator();
pack(folder);
pack(creator);
process.stdout.write(`dist/sandtable-${version}.tgz\ndist/create-sandtable-${version}.tgz\n`);
