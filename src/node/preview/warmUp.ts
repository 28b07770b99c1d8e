// Makes a builder's process quick before its first edit: its code is compiled, and what is made once is there.
import { filesOf } from "../project/project.ts";
import type { BuilderState } from "./builderState.ts";
import { rehearseDraft } from "./buildScenario.ts";
import { isScenarioOutdated, notebookUses } from "./outdated.ts";
import { notebookOf, scenarioOf, scenarioPage } from "./pages.ts";

/** After so many drafts of a page the next takes no less time. */
const rehearsals = 3;

/**
 * Makes drafts for nobody of what is open in a browser, until an edit interrupts. What is still to be built is left to its
 * build, which does as much for what follows; what failed or did not return is left alone.
 */
export async function warmUp(state: BuilderState, signal: AbortSignal): Promise<void> {
  const { folder, session, threads, onUserCode } = state;
  const names = [...new Set(likelyNext(state))].filter((name) => isMade(state, name));
  for (let round = 0; round < rehearsals; round++) {
    for (const name of names) {
      if (signal.aborted) return;
      onUserCode({ page: scenarioPage(name), file: filesOf(name).model });
      await rehearseDraft(name, { folder, session, threads, signal }).catch(() => undefined);
    }
  }
}

/** The scenarios of pages that are open, else the one that was asked for by name, else any: most code is the same for all. */
function likelyNext({ openPages, out, first, scenarios }: BuilderState): string[] {
  const open = [...openPages()].flatMap((page) => {
    const notebook = notebookOf(page);
    return scenarioOf(page) ?? (notebook === undefined ? [] : (notebookUses(out, notebook)?.scenarios ?? []));
  });
  return open.length > 0 ? open : [first ?? [...scenarios][0] ?? []].flat();
}

function isMade(state: BuilderState, name: string): boolean {
  const known = state.pages.get(scenarioPage(name));
  return (known === "made" || known === undefined) && !isScenarioOutdated(state, name);
}
