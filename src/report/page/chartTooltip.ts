// What a drawn chart says of its parts: under the pointer, or with the arrow keys.
import type { Picture, Region } from "../shared/drawnChart.ts";

/** Pixels between the pointer and the tooltip. */
const gap = 14;
/** Pixels that a tooltip may need beside the pointer. */
const tipWidth = 340;

/** A chart whose parts can be read. */
export interface ChartTooltip {
  /** Puts a picture into the chart's element. */
  show(picture: Picture): void;
}

interface Tooltip {
  chart: HTMLElement;
  /** Takes what the arrow keys read. */
  liveRegion: HTMLElement;
  /** Takes what is under the pointer. */
  tip: HTMLElement;
  picture: Picture | undefined;
  /** Index of the region that the arrow keys have read last; -1 before the first. */
  current: number;
}

/** Lets the parts of the chart in `chart` be read until `options.signal` aborts. */
export function chartTooltip(
  chart: HTMLElement,
  liveRegion: HTMLElement,
  tip: HTMLElement,
  options: AddEventListenerOptions = {},
): ChartTooltip {
  const tooltip: Tooltip = { chart, liveRegion, tip, picture: undefined, current: -1 };
  chart.addEventListener("pointermove", (event) => showAt(tooltip, event), options);
  chart.addEventListener("pointerleave", () => hide(tooltip), options);
  chart.addEventListener("keydown", (event) => readNext(tooltip, event), options);
  return {
    show(picture) {
      tooltip.picture = picture;
      // Vega has escaped every text in the picture, and the page's policy lets nothing in it run.
      chart.innerHTML = picture.svg;
      if (tooltip.current >= 0) liveRegion.textContent = picture.regions[tooltip.current]?.says ?? "";
    },
  };
}

function showAt(tooltip: Tooltip, event: PointerEvent): void {
  const { tip } = tooltip;
  const region = regionAt(tooltip, event);
  tip.hidden = !region;
  if (!region) return;
  tip.textContent = region.says;
  const { clientX, clientY } = event;
  const isNarrow = document.documentElement.clientWidth - clientX < tipWidth;
  tip.style.top = `${clientY + gap}px`;
  tip.style.left = `${isNarrow ? Math.max(4, clientX - tip.offsetWidth - gap) : clientX + gap}px`;
}

function hide({ tip }: Tooltip): void {
  tip.hidden = true;
}

function readNext(tooltip: Tooltip, event: KeyboardEvent): void {
  const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const regions = tooltip.picture?.regions ?? [];
  if (move === undefined || regions.length === 0) return;
  event.preventDefault();
  tooltip.current = (tooltip.current + move + regions.length) % regions.length;
  tooltip.liveRegion.textContent = regions[tooltip.current]!.says;
}

function regionAt({ chart, picture }: Tooltip, { clientX, clientY }: PointerEvent): Region | undefined {
  const svg = chart.querySelector("svg");
  if (!svg || !picture) return undefined;
  const box = svg.getBoundingClientRect();
  const x = ((clientX - box.left) * picture.width) / box.width;
  const y = ((clientY - box.top) * picture.height) / box.height;
  return picture.regions.find(({ x1, y1, x2, y2 }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
}
