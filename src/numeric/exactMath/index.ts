// The mathematics of a page's engine, the same to the last bit as Node's.
//
// The language leaves the last digit of exp, log, pow, cos … to the engine. Node's V8 computes them as fdlibm does
// (Sun Microsystems 1993), Chromium's newer V8 otherwise: in one call of ten the last bit differs. These are
// fdlibm's algorithms and coefficients, so that a page's figures are the command line's.
//
// fdlibm's notice: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun
// Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
// provided that this notice is preserved.
import { cos, sin } from "./angles.ts";
import { acos } from "./arcs.ts";
import { exp, expm1 } from "./exponential.ts";
import { log, log1p } from "./logarithm.ts";
import { pow } from "./power.ts";

export const exactMath = { exp, expm1, log, log1p, pow, sin, cos, acos };

/** Puts these in the place of the engine's own. To be done before anything else is read. */
export function useExactMath(math: { -readonly [Name in keyof typeof exactMath]: Math[Name] }): void {
  Object.assign(math, exactMath);
}
