// The functions of Math whose last digit the language leaves to the engine, as fdlibm computes them
// (Sun Microsystems 1993, as adapted by V8, with its log2, log10, cbrt, hypot and hyperbolic functions).
//
// fdlibm's notice: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun
// Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
// provided that this notice is preserved.
import { cos, sin, tan } from "./angles.ts";
import { acos, asin, atan, atan2 } from "./arcs.ts";
import { exp, expm1 } from "./exponential.ts";
import { acosh, asinh, atanh, cosh, sinh, tanh } from "./hyperbolic.ts";
import { log, log1p, log2, log10 } from "./logarithm.ts";
import { pow } from "./power.ts";
import { cbrt, hypot } from "./roots.ts";

/** These functions as fdlibm computes them. */
export const fdlibm = {
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  pow,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  cbrt,
  hypot,
};
