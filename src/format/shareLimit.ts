// What a chance of 0 or 1 is told as: the limit that its error leaves.
import { pow } from "../numeric/exactMath/pow.ts";
import { t95 } from "../simulation/statistics/replicateError.ts";

/** Keeps 0.02 from being rounded up to 0.03 for its last bit. */
const dust = 1e-6;

/**
 * The end of the 95 % interval in percent, to one digit away from the value, of what happened in none or in all of the
 * trials; undefined for others. shareLimit(0, 0.00009) → "under 0.02"
 */
export function shareLimit(value: number, error: number): string | undefined {
  if (!(error > 0) || !Number.isFinite(error) || (value !== 0 && value !== 1)) return undefined;
  const distance = 100 * t95 * error;
  const place = Math.floor(Math.log10(distance));
  const unit = pow(10, place);
  const limit = Math.ceil(distance / unit - dust) * unit;
  const text = (value === 0 ? limit : 100 - limit).toFixed(Math.max(0, -place));
  return `${value === 0 ? "under" : "over"} ${text}`;
}
