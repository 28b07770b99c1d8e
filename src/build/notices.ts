// The licences of what the package holds of others: each text once, with the packages that it is of.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A notice for the packages in these folders, relative to `root`. @throws Error where one says nothing of its licence */
export function licenceNotices(folders: readonly string[], root: string): string {
  const packagesByText = new Map<string, string[]>();
  for (const folder of folders) {
    const { label, text } = licenceOf(join(root, folder));
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), label]);
  }
  const parts = [...packagesByText].map(
    ([text, packages]) => `${[...new Set(packages)].join(", ")}\n\n${text}`,
  );
  return `Sandtable holds parts of these packages, under the licences that follow.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function licenceOf(folder: string): { label: string; text: string } {
  const data = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const label = `${data.name} ${data.version}`;
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (file !== undefined && existsSync(join(folder, file)))
    return { label, text: readFileSync(join(folder, file), "utf8").trim() };
  if (typeof data.license !== "string") throw new Error(`${label} says nothing of its licence`);
  const author = typeof data.author === "object" ? data.author.name : data.author;
  return {
    label,
    text: `Licence: ${data.license}${author ? `, © ${author}` : ""} (its package holds no text of it)`,
  };
}
