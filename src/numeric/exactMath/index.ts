// The mathematics of all figures, the same to the last bit on every Node and in every browser.
//
// The language leaves the last digit of exp, log, pow, cos … to the engine. Node 20's V8 computes them as fdlibm does,
// and its bits are those of all figures here. Node 24's V8 takes pow from the platform, Chromium's newer one computes
// nearly all of them otherwise.
import { agree } from "./agree.ts";
import { fdlibm } from "./fdlibm.ts";
import { pow } from "./pow.ts";

type Functions = typeof fdlibm;

// The engine's own are quicker. They are used where they have the same bits: all of them, or none.
const { pow: _, ...others } = fdlibm;
const chosen: Functions = agree(others, Math) ? Math : fdlibm;
const exactFunctions = Object.fromEntries(
  Object.keys(fdlibm).map((name) => [name, name === "pow" ? pow : chosen[name as keyof Functions]]),
);

/**
 * Math with exact functions. An engine keeps a prototype ready for quick access, unlike an object that so many
 * properties were added to: so the functions lie in one.
 */
export const exactMath: Math = Object.create(Object.assign(Object.create(Math), exactFunctions));

/** Puts exact functions in the place of an engine's own, for a thread that runs nothing else. */
export function installMath(math: { -readonly [Name in keyof Functions]: Math[Name] }): void {
  Object.assign(math, exactFunctions);
}
