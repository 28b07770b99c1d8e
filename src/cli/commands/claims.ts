// `sandtable claims`: the article's figures, who says so, and what of ours stands on each.
import type { Command } from "commander";
import type { Claim } from "../../assumptions/readClaims.ts";
import { claimFigure } from "../../format/claimFigure.ts";
import { jsonText } from "../../format/jsonText.ts";
import { fillParagraph } from "../../format/text.ts";
import { loadClaims } from "../../node/project/loadClaims.ts";
import type { LoadedScenario } from "../../node/project/loadScenarios.ts";
import { findProject } from "../../node/project/project.ts";
import type { Session } from "../../node/project/session.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import { print } from "../terminal.ts";

/** Registers `claims` with the program. */
export function register(command: Command, session: Session): void {
  command.option("--json", "as data").action((options: { json?: true }) => claims(options, session));
}

async function claims({ json }: { json?: true }, session: Session): Promise<void> {
  // An article is read before there are scenarios.
  const found = findProject(process.cwd());
  const { project, scenarios } =
    found.scenarios.length === 0
      ? { project: found, scenarios: [] }
      : await loadScenariosFor([], {}, session);
  const uses = usesOf(scenarios);
  const entries = [...loadClaims(project).values()].map((claim) => ({
    claim,
    usedBy: uses.get(claim.id) ?? [],
  }));
  if (json) print(jsonText(entries.map(({ claim, usedBy }) => ({ ...claim, usedBy }))));
  else print(textOf(entries));
}

interface Entry {
  claim: Claim;
  usedBy: readonly string[];
}

/** By claim, the assumptions of all scenarios that name it: "payments.troops". */
function usesOf(scenarios: readonly LoadedScenario[]): ReadonlyMap<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { name, config } of scenarios) {
    // Variants set beliefs, never their ground: the base names all claims.
    for (const assumption of config.variants[0]!.assumptions) {
      if (assumption.basis.kind !== "claims") continue;
      for (const id of assumption.basis.ids) {
        uses.set(id, [...(uses.get(id) ?? []), `${name}.${assumption.name}`]);
      }
    }
  }
  return uses;
}

function textOf(entries: readonly Entry[]): string {
  const used = entries.filter(({ usedBy }) => usedBy.length > 0);
  const unused = entries.filter(({ usedBy }) => usedBy.length === 0);
  // Each article above its claims, which stand together in the file.
  const parts = used.flatMap((entry, i) => {
    const { article } = entry.claim;
    const isNew = article !== undefined && article !== used[i - 1]?.claim.article;
    return [...(isNew ? [`${fillParagraph(`The article: ${article}`)}\n`] : []), describe(entry)];
  });
  if (entries.length === 0) return "There are no claims: scenarios/claims.yaml is missing or empty.";
  if (unused.length > 0) parts.push("Used by no assumption:\n", ...unused.map(describe));
  return parts.join("\n");
}

function describe({ claim, usedBy }: Entry): string {
  const { id, says, source, paragraph, grade, gradeReason, unused } = claim;
  const use = usedBy.length > 0 ? `used by ${usedBy.join(", ")}` : (unused ?? "no reason is given");
  const lines = [says, `${source}, paragraph ${paragraph}; ${grade}: ${gradeReason}`, `→ ${use}`];
  return `${id}: ${figureOf(claim)}\n${lines.map((line) => fillParagraph(line, { indent: "  " })).join("\n")}\n`;
}

/** Value, unit and hedge: "up to 20,000 recruits/month"; "no figure, pending" where the article gives none. */
export function figureOf(claim: Claim): string {
  const { hedge } = claim;
  const hedged = hedge === "none" ? "" : hedge;
  const figure = claimFigure(claim);
  if (figure === undefined) return hedged ? `no figure, ${hedged}` : "no figure";
  return [hedged, figure].filter(Boolean).join(" ");
}
