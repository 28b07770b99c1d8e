// Text widths for Vega where there is no document: in a worker, by an OffscreenCanvas.

// Not in Vega's types; replacing `width` is how hosts without a canvas measure text.
type WithTextMetrics = { textMetrics: { width: (item: TextItem, text: unknown) => number } };

interface TextItem {
  font?: string;
  fontSize?: number;
  fontWeight?: number | string;
  /** Longest width in pixels; Vega cuts what is longer. */
  limit?: number;
}

const defaultFontSize = 11;

/** Makes Vega measure texts with a canvas; where there is none, Vega's own estimate stays. */
export function measureText(vega: object): void {
  if (typeof OffscreenCanvas === "undefined") return;
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return;
  // Charts repeat the same texts.
  const known = new Map<string, number>();
  (vega as WithTextMetrics).textMetrics.width = ({ font, fontSize, fontWeight, limit }, text) => {
    const face = `${fontWeight ?? "normal"} ${fontSize ?? defaultFontSize}px ${font ?? "sans-serif"}`;
    const words = String(text ?? "").trim();
    const key = `${face}|${words}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = face;
      width = context.measureText(words).width;
      if (known.size > 5000) known.clear();
      known.set(key, width);
    }
    return limit !== undefined && limit > 0 ? Math.min(width, limit) : width;
  };
}
