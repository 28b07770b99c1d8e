// What a reader sees of a page beside its content: which parts are open, and the charts that are drawn.

/** What survives a reload of a page. */
export interface PageState {
  /** Whether each `<details>` is open, by its figure and its summary. */
  open: Record<string, boolean>;
  /** Markup of the charts as they are drawn, by their figure. */
  charts: Record<string, string>;
}

/** The state of the page that is shown. */
export function currentPageState(): PageState {
  const open = Object.fromEntries([...detailsOf(document)].map(([key, { open }]) => [key, open]));
  const charts = Object.fromEntries([...chartBoxes(document)].map(([key, box]) => [key, box.innerHTML]));
  return { open, charts };
}

/** Opens in `root` what was open, and fills charts that are not drawn yet with those of before. */
export function restore(root: Document, { open, charts }: PageState): void {
  for (const [key, box] of chartBoxes(root)) {
    if (!box.querySelector("svg, img")) box.innerHTML = charts[key] ?? box.innerHTML;
  }
  for (const [key, details] of detailsOf(root)) details.open = open[key] ?? details.open;
}

/** Each `<details>` with a key that stays when a chart or a cell is added elsewhere. */
function* detailsOf(root: Document): Iterable<[key: string, details: HTMLDetailsElement]> {
  const counts = new Map<string, number>();
  for (const details of root.querySelectorAll("details")) {
    const figure = details.closest("figure");
    const name = `${figure?.id || figure?.dataset.chart} ${details.querySelector("summary")?.textContent}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    yield [`${name} ${count}`, details];
  }
}

/** The elements in which charts are drawn, each with the key of its figure. */
function* chartBoxes(root: Document): Iterable<[key: string, box: Element]> {
  for (const [k, figure] of [...root.querySelectorAll("figure")].entries()) {
    const box = figure.querySelector(".chart, .drawing");
    if (box) yield [figure.id || `${figure.dataset.chart} ${k}`, box];
  }
}
