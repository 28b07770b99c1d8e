// Figures of a page: their charts, captions and tables follow the results.

import type { Table } from "../../format/tables/table.ts";
import { chartTableHtml } from "../html/tableHtml.ts";
import type { DrawnChart } from "../shared/drawnChart.ts";
import { unbroken } from "../shared/html.ts";
import type { ChartOrder } from "../shared/messages.ts";
import type { Placement } from "../shared/placement.ts";
import { ChartTooltip } from "./chartTooltip.ts";

/** A figure of the page that charts can be shown in. */
export interface ConnectedFigure {
  /** The chart to draw, as wide as there is room, with its table where that is open. */
  order(): ChartOrder;
  /** Shows a chart with its caption; a table that is open follows. */
  show(drawn: DrawnChart): void;
  /** Shows the table of the chart; without one that of before stays. */
  showTable(table: Table | undefined): void;
}

/**
 * Connects the figure of a placement until `options.signal` aborts. `tip` is the page's element for tooltips;
 * `askTable` is called where the table is open and the chart came without it.
 */
export function connectFigure(
  figure: HTMLElement,
  placement: Placement,
  { tip, askTable }: { tip: HTMLElement; askTable: () => void },
  options: AddEventListenerOptions = {},
): ConnectedFigure {
  const chart = figure.querySelector<HTMLElement>(".chart")!;
  const table = figure.querySelector<HTMLDetailsElement>("details")!;
  const tooltip = new ChartTooltip(chart, figure.querySelector<HTMLElement>(".says")!, tip, options);
  const ask = () => table.open && askTable();
  const showTable = (data: Table | undefined) => {
    if (data) table.querySelector(".figures")!.innerHTML = chartTableHtml(data).markup;
  };
  table.addEventListener("toggle", ask, options);
  return {
    // Figures take time to compute and to write: only an open table follows the chart.
    order: () => ({ placement, width: chart.clientWidth, withTable: table.open }),
    showTable,
    show(drawn) {
      tooltip.show(drawn);
      chart.setAttribute("aria-label", drawn.description);
      figure.querySelector("h3")!.textContent = drawn.title;
      figure.querySelector(".subtitle")!.textContent = unbroken(drawn.subtitle);
      figure.querySelector("details .words")!.textContent = unbroken(drawn.description);
      figure.classList.remove("stale");
      if (drawn.table) showTable(drawn.table);
      else ask();
    },
  };
}

/** How long each single future is shown. */
const frameMs = 600;

/**
 * Shows the single futures of a figure one after the other, or all at once where the reader prefers no motion. Returns
 * what ends it.
 */
export function playFutures(figure: HTMLElement): () => void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = figure.querySelector<HTMLElement>(".chart")!;
  chart.classList.add("futures");
  if (isStill) return () => chart.classList.remove("futures");
  chart.classList.add("playing");
  let frame = 0;
  const step = () => {
    const paths = chart.querySelectorAll(".mark-line path");
    for (const [i, path] of paths.entries()) path.classList.toggle("now", i === frame % paths.length);
    frame++;
  };
  const timer = setInterval(step, frameMs);
  return () => {
    clearInterval(timer);
    chart.classList.remove("futures", "playing");
  };
}
