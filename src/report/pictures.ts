// Charts in the page: puts drawn charts into their places and lets pointer and keys read them.
import type { DrawnChart, Region } from "./drawer.ts";

/** Connects a figure; `show` puts a new picture into it. */
export function connectFigure(figure: HTMLElement, tip: HTMLElement): { show(drawn: DrawnChart): void } {
  const chart = figure.querySelector<HTMLElement>(".chart")!;
  const says = figure.querySelector<HTMLElement>(".says")!;
  let drawn: DrawnChart | undefined;
  let read = -1;

  chart.addEventListener("pointermove", (event) => {
    const region = regionAt(event);
    tip.hidden = !region;
    if (!region) return;
    tip.textContent = region.says;
    // Beside the pointer, on the side that has room.
    const room = document.documentElement.clientWidth - event.clientX;
    tip.style.top = `${event.clientY + 14}px`;
    tip.style.left = `${room < 340 ? Math.max(4, event.clientX - tip.offsetWidth - 14) : event.clientX + 14}px`;
  });
  chart.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
  chart.addEventListener("keydown", (event) => {
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const regions = drawn?.regions ?? [];
    if (move === undefined || regions.length === 0) return;
    event.preventDefault();
    read = (read + move + regions.length) % regions.length;
    says.textContent = regions[read]!.says;
  });

  function regionAt({ clientX, clientY }: PointerEvent): Region | undefined {
    const svg = chart.querySelector("svg");
    if (!svg || !drawn) return undefined;
    const box = svg.getBoundingClientRect();
    const x = ((clientX - box.left) * drawn.width) / box.width;
    const y = ((clientY - box.top) * drawn.height) / box.height;
    return drawn.regions.find(({ x1, y1, x2, y2 }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
  }

  return {
    show(next) {
      drawn = next;
      // Vega has escaped every text in the picture, and the page's policy lets nothing in it run.
      chart.innerHTML = next.svg;
      chart.setAttribute("aria-label", next.description);
      figure.querySelector("h3")!.textContent = next.title;
      figure.querySelector(".subtitle")!.textContent = next.subtitle;
      figure.querySelector("details .words")!.textContent = next.description;
      figure.classList.remove("stale");
      if (read >= 0) says.textContent = next.regions[read]?.says ?? "";
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
