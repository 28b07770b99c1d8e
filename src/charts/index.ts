// Every chart kind, in the order of a report. A new one is one file and one line here.
import { chance } from "./chance.ts";
import { crossing } from "./crossing.ts";
import type { ChartKind } from "./defineChart.ts";
import { exceedance } from "./exceedance.ts";
import { fan } from "./fan.ts";
import { outcomePaths } from "./outcomePaths.ts";
import { quantileDots } from "./quantileDots.ts";
import { tornado } from "./tornado.ts";
import { variants } from "./variants.ts";

/** The charts of a run's findings: files, pages, tables and the gallery know of them from here. */
export const chartKinds: readonly ChartKind[] = [
  fan,
  chance,
  crossing,
  tornado,
  variants,
  exceedance,
  quantileDots,
  outcomePaths,
];
