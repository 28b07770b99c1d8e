// All output kinds, one line each; everything else knows of them from here.
import { eventKind } from "./event.ts";
import { eventSeriesKind } from "./eventSeries.ts";
import { scalarKind } from "./scalar.ts";
import { seriesKind } from "./series.ts";

/** Every kind of output. A new one is a file and an entry here. */
export const outputKinds = [scalarKind, seriesKind, eventKind, eventSeriesKind] as const;
