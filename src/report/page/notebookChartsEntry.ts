// In a notebook's page: draws live charts over their pictures. A chart that cannot be drawn leaves its picture.
import type { TopLevelSpec } from "vega-lite";
import { unpacked } from "../shared/gzipBase64.ts";
import type { FromWorker, ToWorker } from "../shared/messages.ts";
import { readable } from "./chartTooltip.ts";
import { startWorker } from "./liveSession.ts";

const figures = [...document.querySelectorAll<HTMLElement>("figure[data-chart]")];
const tip = document.getElementById("tip")!;
const readings = figures.map((figure) => {
  const place = figure.querySelector<HTMLElement>(".live")!;
  return readable(place, figure.querySelector<HTMLElement>(".says")!, tip);
});

const worker = startWorker(await unpacked("worker-entry"));
worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => {
  if (message.kind === "drawn") {
    readings[message.id]!.show(message.picture);
    figures[message.id]!.classList.add("is-live");
  } else if (message.kind === "failure") console.warn("a chart stays a picture:", message.message);
};
worker.onerror = ({ message }) => console.warn("the charts stay pictures:", message);
for (const [id, figure] of figures.entries()) {
  const spec = JSON.parse(figure.querySelector("script")!.textContent) as TopLevelSpec;
  worker.postMessage({ kind: "draw", id, spec } satisfies ToWorker);
}
