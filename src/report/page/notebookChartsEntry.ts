// Script of a notebook's page: draws charts over their pictures. A chart that cannot be drawn stays a picture.
import type { ChartSpec } from "../../charts/chart.ts";
import { unpacked } from "../shared/gzipBase64.ts";
import { ChartTooltip } from "./chartTooltip.ts";
import { startWorker } from "./pageWorker.ts";

const figures = [...document.querySelectorAll<HTMLElement>("figure[data-chart]")];
const tip = document.getElementById("tip")!;
const tooltips = figures.map((figure) => {
  const chart = figure.querySelector<HTMLElement>(".live")!;
  return new ChartTooltip(chart, figure.querySelector<HTMLElement>(".says")!, tip);
});

const worker = startWorker(await unpacked("worker-entry"));
worker.setListener({
  onMessage(message) {
    if (message.kind === "drawn") {
      tooltips[message.id]!.show(message.picture);
      figures[message.id]!.classList.add("is-live");
    } else if (message.kind === "failure") console.warn("a chart stays a picture:", message.message);
  },
  onError: (message) => console.warn("the charts stay pictures:", message),
});
for (const [id, figure] of figures.entries()) {
  const spec = JSON.parse(figure.querySelector("script")!.textContent) as ChartSpec;
  worker.send({ kind: "draw", id, spec });
}
