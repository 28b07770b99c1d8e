// Half the width of a normal's 90 % interval, in standard deviations.
import { normalQuantile } from "../numeric/normalQuantile.ts";

/** A normal lies within this many standard deviations of its mean with 90 %: 1.645. */
export const z95 = normalQuantile(0.95);
