// The config's YAML with a reader's changes, and all else as it was written.
import { ownValue } from "../../assumptions/ownValue.ts";

/** A range of the config's text: character offsets, `end` exclusive. */
export interface TextPlace {
  start: number;
  end: number;
}

/** Where values are in the config's text; absent where the config does not set them. */
export interface ConfigPlaces {
  seed?: TextPlace;
  horizon?: TextPlace;
  trials?: TextPlace;
  /** By assumption: its belief, and those that variants set instead. */
  beliefs: Readonly<Record<string, readonly TextPlace[]>>;
}

/** Values to write; absent ones stay. */
export interface ConfigChanges {
  seed?: string;
  horizon?: string;
  trials?: string;
  set: Readonly<Record<string, string>>;
}

/**
 * The text with the changes. A changed belief applies to every variant, as with `--set`: it is written wherever the
 * assumption is set.
 */
export function changedConfig(text: string, places: ConfigPlaces, changes: ConfigChanges): string {
  const edits: (TextPlace & { value: string })[] = [];
  const head: string[] = [];
  for (const name of ["seed", "trials", "horizon"] as const) {
    const value = changes[name];
    if (value === undefined) continue;
    const place = places[name];
    if (place) edits.push({ ...place, value: yamlText(value) });
    else head.push(`${name}: ${yamlText(value)}\n`);
  }
  for (const [name, belief] of Object.entries(changes.set)) {
    // What the scenario takes from elsewhere has no place here: the command says it.
    if (!ownValue(places.beliefs, name))
      head.push(`# Also with --set ${JSON.stringify(`${name}=${belief}`)}\n`);
    for (const place of ownValue(places.beliefs, name) ?? [])
      edits.push({ ...place, value: yamlText(belief) });
  }
  edits.sort((one, other) => other.start - one.start);
  let changed = text;
  for (const { start, end, value } of edits) changed = changed.slice(0, start) + value + changed.slice(end);
  const start = startOfKeys(changed);
  return changed.slice(0, start) + head.join("") + changed.slice(start);
}

/**
 * Where a first key can be put in: under the header's comments, but above a comment of its own that the key below has
 * after an empty line.
 */
function startOfKeys(text: string): number {
  const [header] = /^(?:%.*\n|---\s*\n|[ \t]*(?:#.*)?\r?\n)*/.exec(text)!;
  const [beforeLastComment] = /^[\s\S]*\n[ \t]*\r?\n(?=(?:[ \t]*#.*\n)+$)|$/.exec(header)!;
  return beforeLastComment.includes("#") ? beforeLastComment.length : header.length;
}

/** A text as a YAML scalar, also inside { … }: plain where that is safe, else in double quotes, which YAML has from JSON. */
export function yamlText(text: string): string {
  const plain = /^[A-Za-z0-9][\w.%() ]*$/.test(text) && !text.endsWith(" ");
  return plain ? text : JSON.stringify(text);
}
