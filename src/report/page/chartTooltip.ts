// A drawn chart that can be read part by part: under the pointer, or with the arrow keys.
import type { Picture, Region } from "../shared/drawnChart.ts";

/** Makes the element that holds a chart readable; `show` puts a picture into it. It listens as long as `listening` says. */
export function readable(
  chart: HTMLElement,
  says: HTMLElement,
  tip: HTMLElement,
  listening: AddEventListenerOptions = {},
): { show(picture: Picture): void } {
  let shown: Picture | undefined;
  let read = -1;

  chart.addEventListener("pointermove", pointAt, listening);
  chart.addEventListener("pointerleave", leave, listening);
  chart.addEventListener("keydown", readOn, listening);

  function pointAt(event: PointerEvent): void {
    const region = regionAt(event);
    tip.hidden = !region;
    if (!region) return;
    tip.textContent = region.says;
    // Beside the pointer, on the side that has room.
    const room = document.documentElement.clientWidth - event.clientX;
    tip.style.top = `${event.clientY + 14}px`;
    tip.style.left = `${room < 340 ? Math.max(4, event.clientX - tip.offsetWidth - 14) : event.clientX + 14}px`;
  }

  function leave(): void {
    tip.hidden = true;
  }

  function readOn(event: KeyboardEvent): void {
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const regions = shown?.regions ?? [];
    if (move === undefined || regions.length === 0) return;
    event.preventDefault();
    read = (read + move + regions.length) % regions.length;
    says.textContent = regions[read]!.says;
  }

  function regionAt({ clientX, clientY }: PointerEvent): Region | undefined {
    const svg = chart.querySelector("svg");
    if (!svg || !shown) return undefined;
    const box = svg.getBoundingClientRect();
    const x = ((clientX - box.left) * shown.width) / box.width;
    const y = ((clientY - box.top) * shown.height) / box.height;
    return shown.regions.find(({ x1, y1, x2, y2 }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
  }

  return {
    show(picture) {
      shown = picture;
      // Vega has escaped every text in the picture, and the page's policy lets nothing in it run.
      chart.innerHTML = picture.svg;
      if (read >= 0) says.textContent = picture.regions[read]?.says ?? "";
    },
  };
}
