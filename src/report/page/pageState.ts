// Where a reader is on a page, kept when the page becomes another: what is open, and the charts until new ones are drawn.
import { Idiomorph } from "idiomorph";

export interface PageState {
  /** The parts that can be opened, by where they are and what they are called. */
  open: Record<string, boolean>;
  /** The charts as they were, by their figure. */
  charts: Record<string, string>;
}

export function currentPageState(): PageState {
  const open = Object.fromEntries([...foldedParts(document)].map(([key, { open }]) => [key, open]));
  const charts = Object.fromEntries([...chartBoxes(document)].map(([key, box]) => [key, box.innerHTML]));
  return { open, charts };
}

/** What was open, and the charts until the new ones are drawn. */
export function restore(root: Document, { open, charts }: PageState): void {
  for (const [key, box] of chartBoxes(root)) {
    if (!box.querySelector("svg, img")) box.innerHTML = charts[key] ?? box.innerHTML;
  }
  for (const [key, part] of foldedParts(root)) part.open = open[key] ?? part.open;
}

/**
 * Puts the words of another page in place of this one's. Charts and controls, which take longest to lay out, stay where
 * both pages have them, and so do the parts of the ids in `kept`.
 */
export function morph(next: Document, kept: readonly string[] = []): void {
  restore(next, currentPageState());
  document.title = next.title;
  for (const part of ["header", "main"]) {
    const [old, fresh] = [document.querySelector(`body > ${part}`), next.querySelector(`body > ${part}`)];
    const beforeNodeMorphed = (one: Node, other: Node) => !stays(one, other, kept);
    if (old && fresh) Idiomorph.morph(old, fresh, { callbacks: { beforeNodeMorphed } });
  }
}

function stays(old: Node, fresh: Node, kept: readonly string[]): boolean {
  if (!(old instanceof HTMLElement && fresh instanceof HTMLElement)) return false;
  // A figure without an id may have been matched with that of another chart.
  const isSameChart = old.matches("figure") && old.dataset.chart === fresh.dataset.chart;
  return isSameChart || old.matches("form") || kept.includes(old.id);
}

/** Puts another form in place of one; the result writes what was being written there into the new one's fields. */
export function morphForm(old: HTMLElement, fresh: HTMLElement): () => void {
  const focused = document.activeElement?.id;
  const isUnfinished = (field: HTMLInputElement) =>
    field.id === focused || field.getAttribute("aria-invalid") === "true";
  const fields = [...old.querySelectorAll<HTMLInputElement>("input[type=text]")].filter(isUnfinished);
  const texts = fields.map(({ id, value }): [string, string] => [id, value]);
  old.replaceWith(fresh);
  return () => {
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    for (const [id, text] of texts) {
      const field = document.getElementById(id) as HTMLInputElement | null;
      if (!field || field.value === text) continue;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
}

/** What can be opened: a chart or a cell that is added elsewhere leaves it what it is. */
function* foldedParts(root: Document): Iterable<[key: string, part: HTMLDetailsElement]> {
  const alike = new Map<string, number>();
  for (const part of root.querySelectorAll("details")) {
    const figure = part.closest("figure");
    const name = `${figure?.id || figure?.dataset.chart} ${part.querySelector("summary")?.textContent}`;
    const before = alike.get(name) ?? 0;
    alike.set(name, before + 1);
    yield [`${name} ${before}`, part];
  }
}

/** Where charts are drawn, each by its figure. */
function* chartBoxes(root: Document): Iterable<[key: string, box: Element]> {
  for (const [k, figure] of [...root.querySelectorAll("figure")].entries()) {
    const box = figure.querySelector(".chart, .drawing");
    if (box) yield [figure.id || `${figure.dataset.chart} ${k}`, box];
  }
}
