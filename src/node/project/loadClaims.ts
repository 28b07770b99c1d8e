// The article's figures, from scenarios/claims.yaml.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Claim, readClaims } from "../../assumptions/readClaims.ts";
import { claimsFile, type Project, readSource } from "./project.ts";

/** The claims of the article, by id; none where the project has no claims.yaml. */
export function loadClaims(project: Project): ReadonlyMap<string, Claim> {
  if (!existsSync(join(project.folder, claimsFile))) return new Map();
  return readClaims(readSource(claimsFile, project.folder));
}
