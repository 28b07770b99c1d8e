// Powers, the same to the last bit on every engine.
import { agree } from "./agree.ts";
import { pow as fdlibmPow } from "./power.ts";

const functions = { pow: fdlibmPow };

/**
 * x to the power of y with Node 20's bits, which newer engines give neither for `x ** y` nor for `Math.pow(x, y)`: in
 * one call of ten the last differs. But `x ** 2` is exact everywhere, and so is `2 ** k` for a whole k.
 */
export const pow: (x: number, y: number) => number = agree(functions, Math) ? Math.pow : fdlibmPow;
