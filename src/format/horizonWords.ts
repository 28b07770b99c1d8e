// How far a run looks, in words.
import type { Calendar } from "../assumptions/calendar/calendar.ts";
import { spanWords } from "../assumptions/calendar/stepWords.ts";
import { counted } from "./numbers.ts";

/** "24 months", with a start "24 months, December 2024 to November 2026" */
export function horizonWords(horizon: Calendar): string {
  const span = spanWords(horizon);
  return `${counted(horizon.steps, horizon.unit)}${span === undefined ? "" : `, ${span}`}`;
}
