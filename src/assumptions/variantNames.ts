// The names of a config's variants from its text alone, also where the rest of the config is refused.
import { entriesAt, valueAt } from "./structure.ts";
import { readYaml } from "./yaml.ts";

/** "base" and the keys under `variants:`; undefined where the text cannot be parsed that far. */
export function variantNames(source: { text: string; file: string }): string[] | undefined {
  const { data } = readYaml(source);
  if (data === undefined || typeof data === "string" || Array.isArray(data)) return undefined;
  const variants = valueAt(data, ["variants"]);
  if (typeof variants === "string" || Array.isArray(variants)) return undefined;
  return ["base", ...entriesAt(data, ["variants"]).map(([name]) => name)];
}
