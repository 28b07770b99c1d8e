// Where in a config's text the values stand that a reader of the live report can change.
import { isMap, isScalar, type Node, parseDocument, type YAMLMap } from "yaml";
import type { ConfigPlaces, TextPlace } from "../../report/shared/changedConfig.ts";

/** The places in a config that has been read without a problem. */
export function configPlaces(text: string): ConfigPlaces {
  const root = parseDocument(text, { schema: "failsafe", uniqueKeys: false }).contents;
  const beliefs = new Map<string, TextPlace[]>();
  const note = (name: string, node: Node | undefined) => {
    const place = placeOf(node);
    if (place) beliefs.set(name, [...(beliefs.get(name) ?? []), place]);
  };
  for (const [name, assumption] of entries(child(root, "assumptions")))
    note(name, child(assumption, "belief"));
  for (const [, variant] of entries(child(root, "variants"))) {
    for (const [name, belief] of entries(child(variant, "set"))) note(name, belief);
  }
  const settings = ["seed", "horizon", "trials"] as const;
  const found = settings.flatMap((name) => {
    const place = placeOf(child(root, name));
    return place ? [[name, place] as const] : [];
  });
  return { ...Object.fromEntries(found), beliefs: Object.fromEntries(beliefs) };
}

function entries(node: Node | null | undefined): [string, Node][] {
  if (!isMap(node)) return [];
  return (node as YAMLMap<Node, Node | null>).items.flatMap(({ key, value }) =>
    isScalar(key) && value ? [[String(key.value), value] as [string, Node]] : [],
  );
}

function child(node: Node | null | undefined, name: string): Node | undefined {
  return entries(node).find(([key]) => key === name)?.[1];
}

/** A value with its quotation marks, without the comment behind it. */
function placeOf(node: Node | undefined): TextPlace | undefined {
  const range = node?.range;
  return isScalar(node) && range ? { start: range[0], end: range[1] } : undefined;
}
