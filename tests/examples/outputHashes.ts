// Hashes of what the bundled scenarios write: a change that is to move code alone must leave every one as it is.
//
//   npm start && node --import tsx tests/examples/outputHashes.ts            compares outputs/ with outputHashes.json
//   node --import tsx tests/examples/outputHashes.ts --update                takes outputs/ as it is for the new state
//
// Summaries, charts and Parquet count byte for byte. Pages hold code, so of them the markup counts without scripts,
// styles, the policy that lists their hashes, and the time at which they were made.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const hashesFile = join(import.meta.dirname, "outputHashes.json");
const { values, positionals } = parseArgs({
  options: { update: { type: "boolean", default: false } },
  allowPositionals: true,
});

const exact = /(^|\/)(summary\.json|trials\.parquet|charts\/[^/]+)$/;
const pages = /\.html$/;

function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => !name.startsWith("gallery/") && (exact.test(name) || pages.test(name)))
    .sort();
  return Object.fromEntries(
    files.map((name) => {
      const content = readFileSync(join(folder, name));
      return [name, sha256(pages.test(name) ? markupOf(content.toString("utf8")) : content)];
    }),
  );
}

/** What a reader meets of a page. */
function markupOf(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(/<style\b[\s\S]*?<\/style>/g, "")
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, "")
    .replace(/run on [^<]* UTC, in [^<]* s, Node [\d.]+/g, "");
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

const found = hashesOf(resolve(positionals[0] ?? join(root, "outputs")));
if (values.update) {
  writeFileSync(hashesFile, `${JSON.stringify(found, null, 2)}\n`);
  console.log(`${Object.keys(found).length} files written to ${hashesFile}`);
} else {
  const wanted = JSON.parse(readFileSync(hashesFile, "utf8")) as Record<string, string>;
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort();
  const other = names.filter((name) => wanted[name] !== found[name]);
  for (const name of other) {
    console.log(`${name}: ${found[name] ? (wanted[name] ? "other bytes" : "new") : "missing"}`);
  }
  console.log(`${names.length - other.length} of ${names.length} files are the same`);
  process.exitCode = other.length === 0 ? 0 : 1;
}
