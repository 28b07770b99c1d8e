// Turns the page that is shown into another one, element by element.
import { Idiomorph } from "idiomorph";
import { currentPageState, restore } from "./pageState.ts";

/**
 * Gives the page the title, header and main part of `next`. Charts and forms, which take longest to lay out, stay where
 * both pages have them; so do the elements whose ids are in `kept`.
 */
export function morph(next: Document, kept: readonly string[] = []): void {
  restore(next, currentPageState());
  document.title = next.title;
  for (const part of ["header", "main"]) {
    const [old, fresh] = [document.querySelector(`body > ${part}`), next.querySelector(`body > ${part}`)];
    const beforeNodeMorphed = (one: Node, other: Node) => !isKept(one, other, kept);
    if (old && fresh) Idiomorph.morph(old, fresh, { callbacks: { beforeNodeMorphed } });
  }
}

function isKept(old: Node, fresh: Node, kept: readonly string[]): boolean {
  if (!(old instanceof HTMLElement && fresh instanceof HTMLElement)) return false;
  // A figure without an id may have been matched with that of another chart.
  const isSameChart = old.matches("figure") && old.dataset.chart === fresh.dataset.chart;
  return isSameChart || old.matches("form") || kept.includes(old.id);
}
