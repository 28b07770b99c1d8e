// Normal noise by inversion: one uniform, rising with it, so that paired variants move together.
import { normalQuantile } from "../../numeric/normalQuantile.ts";
import type { Sfc32 } from "../sfc32.ts";

/** Standard normal; takes one uniform. */
export function drawNormal(source: Sfc32): number {
  return normalQuantile(source.uniform());
}
