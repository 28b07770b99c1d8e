// Gamma noise by exact rejection.
import type { Sfc32 } from "../sfc32.ts";
import { drawNormal } from "./normal.ts";

// Many draws in a row have the same shape; a root and a division are a fifth of a draw.
let lastD = Number.NaN;
let lastC = Number.NaN;

/** Gamma with this shape and scale 1; takes two uniforms. Marsaglia and Tsang (2000). Shape 0 gives 0. */
export function drawGamma(source: Sfc32, shape: number): number {
  // Below 1: Gamma(shape) = Gamma(shape + 1) · U^(1/shape).
  const raised = shape < 1 ? shape + 1 : shape;
  const d = raised - 1 / 3;
  if (d !== lastD) {
    lastD = d;
    lastC = 1 / Math.sqrt(9 * d);
  }
  const c = lastC;
  let normal = drawNormal(source);
  let uniform = source.decision();
  let rest: Sfc32 | undefined;
  for (;;) {
    const root = 1 + c * normal;
    if (root > 0) {
      const cube = root * root * root;
      const square = normal * normal;
      const squeezed = uniform < 1 - 0.0331 * square * square;
      if (squeezed || Math.log(uniform) < 0.5 * square + d * (1 - cube + Math.log(cube))) {
        if (shape >= 1) return d * cube;
        rest ??= source.spare();
        return d * cube * rest.uniform() ** (1 / shape);
      }
    }
    rest ??= source.spare();
    normal = drawNormal(rest);
    uniform = rest.decision();
  }
}
