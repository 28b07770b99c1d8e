// What a drawn chart says of its parts: under the pointer, or with the arrow keys.
import type { Picture, Region } from "../shared/drawnChart.ts";

/** Pixels between the pointer and the tooltip. */
const gap = 14;
/** Pixels that a tooltip may need beside the pointer. */
const tipWidth = 340;

/** Lets the parts of a chart be read. */
export class ChartTooltip {
  readonly #chart: HTMLElement;
  readonly #liveRegion: HTMLElement;
  readonly #tip: HTMLElement;
  #picture: Picture | undefined;
  /** Index of the region that the arrow keys have read last; -1 before the first. */
  #current = -1;

  /**
   * For the chart in `chart`, until `options.signal` aborts. `liveRegion` takes what the arrow keys read, `tip` what is
   * under the pointer.
   */
  constructor(
    chart: HTMLElement,
    liveRegion: HTMLElement,
    tip: HTMLElement,
    options: AddEventListenerOptions = {},
  ) {
    this.#chart = chart;
    this.#liveRegion = liveRegion;
    this.#tip = tip;
    chart.addEventListener("pointermove", (event) => this.#showAt(event), options);
    chart.addEventListener("pointerleave", () => (tip.hidden = true), options);
    chart.addEventListener("keydown", (event) => this.#readNext(event), options);
  }

  /** Puts a picture into the chart's element. */
  show(picture: Picture): void {
    this.#picture = picture;
    // Vega has escaped every text in the picture, and the page's policy lets nothing in it run.
    this.#chart.innerHTML = picture.svg;
    if (this.#current >= 0) this.#liveRegion.textContent = picture.regions[this.#current]?.says ?? "";
  }

  #showAt(event: PointerEvent): void {
    const tip = this.#tip;
    const region = this.#regionAt(event);
    tip.hidden = !region;
    if (!region) return;
    tip.textContent = region.says;
    const { clientX, clientY } = event;
    const isNarrow = document.documentElement.clientWidth - clientX < tipWidth;
    tip.style.top = `${clientY + gap}px`;
    tip.style.left = `${isNarrow ? Math.max(4, clientX - tip.offsetWidth - gap) : clientX + gap}px`;
  }

  #readNext(event: KeyboardEvent): void {
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const regions = this.#picture?.regions ?? [];
    if (move === undefined || regions.length === 0) return;
    event.preventDefault();
    this.#current = (this.#current + move + regions.length) % regions.length;
    this.#liveRegion.textContent = regions[this.#current]!.says;
  }

  #regionAt({ clientX, clientY }: PointerEvent): Region | undefined {
    const svg = this.#chart.querySelector("svg");
    if (!svg || !this.#picture) return undefined;
    const { regions, width, height } = this.#picture;
    const box = svg.getBoundingClientRect();
    const x = ((clientX - box.left) * width) / box.width;
    const y = ((clientY - box.top) * height) / box.height;
    return regions.find(({ x1, y1, x2, y2 }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
  }
}
