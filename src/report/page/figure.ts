// Charts in the page: puts drawn charts into their places and lets pointer and keys read them.

import { chartTableHtml } from "../html/sections.ts";
import { chartTable } from "../shared/chartTable.ts";
import type { DrawnChart } from "../shared/drawnChart.ts";
import { unbroken } from "../shared/html.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { Placement } from "../shared/placements.ts";
import type { PageSettings } from "../shared/settings.ts";
import { readable } from "./chartTooltip.ts";

export interface ConnectedFigure {
  /** Puts a new picture into the figure. */
  show(drawn: DrawnChart): void;
  /** Pixels that there are for a chart. */
  width(): number;
}

/** Connects a figure as long as `listening` says. `shown` gives what its table is made from, where there is something. */
export function connectFigure(
  figure: HTMLElement,
  placement: Placement,
  tip: HTMLElement,
  shown: () => { live: LiveFindings; settings: PageSettings } | undefined,
  listening: AddEventListenerOptions = {},
): ConnectedFigure {
  const chart = figure.querySelector<HTMLElement>(".chart")!;
  const figures = figure.querySelector<HTMLDetailsElement>("details")!;
  const reading = readable(chart, figure.querySelector<HTMLElement>(".says")!, tip, listening);
  figures.addEventListener("toggle", fillTable, listening);

  function fillTable(): void {
    const now = figures.open ? shown() : undefined;
    const table = now && chartTable(placement, now.live, now.settings);
    if (table) figures.querySelector(".figures")!.innerHTML = chartTableHtml(table).markup;
  }

  return {
    width: () => chart.clientWidth,
    show(next) {
      reading.show(next);
      chart.setAttribute("aria-label", next.description);
      figure.querySelector("h3")!.textContent = next.title;
      figure.querySelector(".subtitle")!.textContent = unbroken(next.subtitle);
      figure.querySelector("details .words")!.textContent = unbroken(next.description);
      figure.classList.remove("stale");
      fillTable();
    },
  };
}

const frameMs = 600;

/** Shows the single futures of a figure one after the other; without motion all stay. */
export function playFutures(figure: HTMLElement): () => void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = figure.querySelector<HTMLElement>(".chart")!;
  chart.classList.add("futures");
  if (isStill) return () => chart.classList.remove("futures");
  chart.classList.add("playing");
  let shown = 0;
  const step = () => {
    const paths = chart.querySelectorAll(".mark-line path");
    for (const [i, path] of paths.entries()) path.classList.toggle("now", i === shown % paths.length);
    shown++;
  };
  const timer = setInterval(step, frameMs);
  return () => {
    clearInterval(timer);
    chart.classList.remove("futures", "playing");
  };
}
