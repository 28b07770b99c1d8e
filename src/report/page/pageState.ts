// Where a reader is on a page, kept when the page becomes another: what is open, and the charts until new ones are drawn.

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
 * Puts the words of another page in place of this one's; charts and controls stay, where both have the same. The parts
 * of the ids in `kept` go on saying what they say.
 */
export function morph(next: Document, kept: readonly string[] = []): void {
  restore(next, currentPageState());
  for (const id of kept) {
    const [old, fresh] = [document, next].map((root) => root.getElementById(id));
    if (old) fresh?.replaceChildren(...[...old.childNodes].map((node) => node.cloneNode(true)));
  }
  document.title = next.title;
  for (const part of ["header", "main"]) {
    const [old, fresh] = [document.querySelector(`body > ${part}`), next.querySelector(`body > ${part}`)];
    if (old && fresh) replaceWords(old, fresh);
  }
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

/** To lay out charts and controls anew takes longest. */
function replaceWords(old: Element, fresh: Element): void {
  if (old.matches("figure, form") || old.isEqualNode(fresh)) return;
  const [parts, freshParts] = [[...old.children], [...fresh.children]];
  const isAlike =
    parts.length === freshParts.length && parts.every((part, k) => areAlike(part, freshParts[k]!));
  if (!isAlike || !old.querySelector("figure, form")) old.replaceWith(fresh);
  else for (const [k, part] of parts.entries()) replaceWords(part, freshParts[k]!);
}

function areAlike(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && one.id === other.id;
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
