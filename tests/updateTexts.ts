// Writes what commands print now into the README and the handbook, after a change that is meant to change it:
//
//   node --import tsx tests/updateTexts.ts
//
// A block that ends with "…" keeps as many lines as it has. Look at the difference before it is committed.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sandtable } from "./cli/sandtable.ts";
import { handbook, readme, root, stepsOf } from "./kitTexts.ts";
import { temporaryProject } from "./node/temporaryProject.ts";

for (const page of [readme, ...handbook]) {
  const project = temporaryProject({});
  if (page === readme)
    cpSync(join(root, "scenarios"), join(project.folder, "scenarios"), { recursive: true });
  else {
    for (const file of readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".schema.json")))
      copyFileSync(join(root, "scenarios", file), join(project.folder, "scenarios", file));
  }
  const file = join(root, page.file);
  // Prose of a notebook is a comment in its file.
  const isNotebook = page !== readme;
  const asWritten = (text: string) =>
    isNotebook
      ? text
          .split("\n")
          .map((line, i, all) => (i === all.length - 1 && line === "" ? "" : `// ${line}`.trimEnd()))
          .join("\n")
      : text;
  let text = readFileSync(file, "utf8");
  for (const step of stepsOf(page)) {
    if (step.kind === "file") {
      mkdirSync(dirname(join(project.folder, step.path)), { recursive: true });
      writeFileSync(join(project.folder, step.path), step.content);
      continue;
    }
    const { stdout, stderr } = await sandtable(project.folder, ...step.words);
    const said = stdout + stderr;
    const lines = step.shown.split("\n").length;
    const shown = step.shown.endsWith("…\n")
      ? `${said
          .split("\n")
          .slice(0, lines - 2)
          .join("\n")}\n…\n`
      : said;
    const [old, now] = [asWritten(step.shown), asWritten(shown)];
    if (old === now) continue;
    if (!text.includes(old))
      throw new Error(`${page.file}: what "${step.words.join(" ")}" showed is not found`);
    text = text.replace(old, () => now);
    console.log(`${page.file}: sandtable ${step.words.join(" ")}`);
  }
  writeFileSync(file, text);
  project.remove();
}
