// A chart's specification as a picture: SVG text by Vega, PNG bytes by resvg. The same bytes every time.
import { readFileSync } from "node:fs";
import type { TopLevelSpec } from "vega-lite";
import { ownFiles } from "#ownFiles";
import type { ChartSpec } from "../../charts/chart.ts";
import type { readFont } from "./fontWidths.ts";
import { Painter } from "./painter.ts";

/** Font weights from here on are drawn with the bold file. */
const boldFrom = 600;

/** The libraries and their queue: what they count and measure by is there once in a process, so this is too. */
const renderer: {
  drawing: Promise<unknown>;
  painter: Painter;
  libraries?: Promise<{ vega: typeof import("vega"); vegaLite: typeof import("vega-lite") }>;
} = { drawing: Promise.resolve(), painter: new Painter() };

/** The chart as SVG text. Charts are drawn one after the other, so that what one is called in the SVG never depends on another. */
export function renderSvg(spec: ChartSpec): Promise<string> {
  const svg = renderer.drawing.then(othersFirst).then(() => draw(spec));
  renderer.drawing = svg.catch(() => undefined);
  return svg;
}

/** Whoever draws many charts keeps nobody waiting for longer than one takes. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function draw(spec: ChartSpec): Promise<string> {
  const { vega, vegaLite } = await loadVega();
  // Vega counts clip paths and gradients over the whole process, Vega-Lite its signals.
  vega.resetSVGDefIds();
  vegaLite.resetIdCounter();
  // A specification is plain data for all but Vega-Lite itself.
  const view = new vega.View(vega.parse(vegaLite.compile(spec as unknown as TopLevelSpec).spec), {
    renderer: "none",
  });
  try {
    return withDescription(validXml(await view.toSVG()), spec.description ?? "");
  } finally {
    view.finalize();
  }
}

/** The SVG as the bytes of a PNG file, with two pixels for each of the SVG's. */
export function renderPng(svg: string): Promise<Uint8Array> {
  return renderer.painter.paint(svg);
}

interface TextItem {
  font?: string;
  fontSize?: number;
  fontWeight?: number | string;
  /** Longest width in pixels; Vega cuts what is longer. */
  limit?: number;
}

// Not in Vega's types; replacing `width` is how hosts without a canvas measure text.
type WithTextMetrics = { textMetrics: { width: (item: TextItem, text: unknown) => number } };

/** Vega takes a quarter of a second to load: only who draws pays for it, or who will draw soon. */
export function loadVega(): NonNullable<typeof renderer.libraries> {
  renderer.libraries ??= Promise.all([import("vega"), import("vega-lite"), import("./fontWidths.ts")]).then(
    ([vega, vegaLite, fonts]) => {
      // Vega exports its text metrics but does not declare them.
      (vega as unknown as WithTextMetrics).textMetrics.width = textWidth(fonts.readFont);
      return { vega, vegaLite };
    },
  );
  return renderer.libraries;
}

function textWidth(read: typeof readFont): (item: TextItem, text: unknown) => number {
  const regular = read(readFileSync(ownFiles.font("DejaVuSans")));
  const bold = read(readFileSync(ownFiles.font("DejaVuSans-Bold")));
  const defaultFontSize = 11;
  return ({ fontSize, fontWeight, limit }, text) => {
    const isBold = fontWeight === "bold" || Number(fontWeight) >= boldFrom;
    const measure = isBold ? bold : regular;
    const width = measure(String(text ?? "").trim()) * (fontSize ?? defaultFontSize);
    return limit !== undefined && limit > 0 ? Math.min(width, limit) : width;
  };
}

/** Gives the picture as a whole its alternative text. */
function withDescription(svg: string, description: string): string {
  return svg.replace("<svg ", () => `<svg role="img" aria-label="${escapeXml(validXml(description))}" `);
}

/** Without the control characters that no XML may hold; one of them in a text would spoil the whole picture. */
function validXml(svg: string): string {
  return svg.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => (/\s/.test(character) ? character : ""));
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
