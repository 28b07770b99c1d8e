// The standard normal's 95 % quantile, from which a 90 % interval gives its sd.

import { normalQuantile } from "../numeric/normalQuantile.ts";

/** P(Z ≤ z95) = 0.95: 1.645. A normal is within z95 sd of its mean with 90 %. */
export const z95 = normalQuantile(0.95);
