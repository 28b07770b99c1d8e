// In a notebook's page: draws live charts over their pictures. A chart that cannot be drawn leaves its picture.
import { parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) {
  drawLive(figure).catch((error: unknown) => {
    figure.classList.remove("is-live");
    console.warn("a chart stays a picture:", error);
  });
}

async function drawLive(figure: HTMLElement): Promise<void> {
  const spec = JSON.parse(figure.querySelector("script")!.textContent) as Spec;
  const place = figure.querySelector<HTMLElement>(".live")!;
  const tip = figure.querySelector<HTMLElement>(".tip")!;
  // The page allows no code made from text: expressions are interpreted.
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container: place,
    hover: true,
    tooltip: (_handler, event, _item, value) => showTip(tip, event, value),
  });
  await view.runAsync();
  figure.classList.add("is-live");
}

/** Words beside the pointer; none where the pointer is on nothing. */
function showTip(tip: HTMLElement, event: Event, value: unknown): void {
  const text = value === null || value === undefined ? "" : wordsOf(value);
  tip.hidden = text === "";
  tip.textContent = text;
  if (text === "" || !(event instanceof MouseEvent)) return;
  const distance = 14;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(event.clientX + distance, window.innerWidth - width - distance);
  const top = Math.min(event.clientY + distance, window.innerHeight - height - distance);
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${Math.max(0, top)}px`;
}

function wordsOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${one}`)
    .join("\n");
}
