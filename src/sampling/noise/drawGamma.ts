// Gamma noise by exact rejection.
import { pow } from "../../numeric/exactMath/pow.ts";
import type { Sfc32 } from "../sfc32.ts";
import { drawNormal } from "./drawNormal.ts";

/** The number next above 1/6. */
const sixth = 0.16666666666666669;

/** What follows from a shape. Many draws in a row have the same; a root and a division are a fifth of a draw. */
export class GammaConstants {
  d = Number.NaN;
  c = Number.NaN;
}

/**
 * Gamma with this shape and scale 1; takes two uniforms. Marsaglia and Tsang (2000). Shape 0 gives 0.
 * @param last of the draw before, written over where the shape is another
 */
export function drawGamma(source: Sfc32, shape: number, last: GammaConstants): number {
  // Below 1: Gamma(shape) = Gamma(shape + 1) · U^(1/shape).
  const raised = shape < 1 ? shape + 1 : shape;
  const d = raised - 1 / 3;
  if (d !== last.d) {
    last.d = d;
    last.c = 1 / Math.sqrt(9 * d);
  }
  const { c } = last;
  let normal = drawNormal(source);
  let uniform = source.decision();
  let rest: Sfc32 | undefined;
  for (;;) {
    const excess = c * normal;
    if (excess > -1) {
      const cube = (1 + excess) * (1 + excess) * (1 + excess);
      const square = normal * normal;
      // The exponent below is 3d times the tail of the series of log(1 + excess) from its fourth term on, which is at most
      // twice that term for an excess up to a half: at least −square² c²/6, and exp(x) is at least 1 + x.
      const squeezed = Math.abs(excess) <= 0.5 && uniform < 1 - square * square * (c * c * sixth);
      if (squeezed || Math.log(uniform) < 0.5 * square + d * (1 - cube + Math.log(cube))) {
        if (shape >= 1) return d * cube;
        rest ??= source.spare();
        return d * cube * pow(rest.uniform(), 1 / shape);
      }
    }
    rest ??= source.spare();
    normal = drawNormal(rest);
    uniform = rest.decision();
  }
}
