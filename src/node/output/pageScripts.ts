// What live pages run: the kit, the same for all, and the scenario that it plays. Bundled once, packed to a third.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { type OwnScript, ownFiles } from "#ownFiles";
import { pageScript } from "../project/scenarioScript.ts";
import { remembered, Session } from "../project/session.ts";

const scripts = () => new Map<string, Promise<string>>();

/** A script that pages run. */
export function reportScript(session: Session, name: OwnScript): Promise<string> {
  return remembered(session.get(scripts), name, () => ownFiles.script(name));
}

/** The script of a scenario, with those that feed it, as the worker of a page runs it before the kit that plays it. */
export async function scenarioScript(
  session: Session,
  script: string,
  upstreams: readonly { name: string; script: string | undefined }[] = [],
): Promise<string> {
  const fed = upstreams.map(({ name, script: text }) => ({ name, script: text! }));
  // The page's mathematics comes first: it is as exact as Node's.
  const [math, { code }] = await Promise.all([
    reportScript(session, "math"),
    transform(pageScript(script, fed), {
      minify: true,
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
    }),
  ]);
  return `${math}\n${code}`;
}

const packedTexts = () => new Map<string, string>();
const maxPacked = 8;

/** A text gzipped, as base64; in haste it becomes a fifth longer. */
export function pack(text: string, { inHaste = false, session = new Session() } = {}): string {
  // The kit is the same in every page of a session.
  const known = session.get(packedTexts);
  const packed = (level: number) => gzipSync(text, { level }).toString("base64");
  if (inHaste) return known.get(text) ?? packed(1);
  return remembered(known, text, () => packed(9), maxPacked);
}

/** The base64 of a text's SHA-256, for policies. */
export function policyHash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
