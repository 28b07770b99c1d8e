// The functions of Math whose last digit the language leaves to the engine, as fdlibm computes them
// (Sun Microsystems 1993, as adapted by V8, with its log2, log10, cbrt, hypot and hyperbolic functions).
//
// fdlibm's notice: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun
// Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
// provided that this notice is preserved.
import * as angles from "./angles.ts";
import * as arcs from "./arcs.ts";
import * as exponentials from "./exponential.ts";
import * as hyperbolics from "./hyperbolic.ts";
import * as logarithms from "./logarithm.ts";
import { fdlibmPow } from "./power.ts";
import * as roots from "./roots.ts";

/** These functions as fdlibm computes them. */
export const fdlibm = {
  ...exponentials,
  ...logarithms,
  pow: fdlibmPow,
  ...angles,
  ...arcs,
  ...hyperbolics,
  ...roots,
};
