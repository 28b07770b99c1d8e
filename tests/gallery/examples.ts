// Each kind of chart as a tiny example: a test, documentation, and a place to play.

import type { Findings } from "../../src/analysis/findings.ts";
import type { ResizableChart } from "../../src/charts/baseSpec.ts";
import { viewedOutput } from "../../src/charts/chartsOf.ts";
import type { ChartKind, Place, Subject } from "../../src/charts/defineChart.ts";
import { placeOf } from "../../src/charts/defineChart.ts";
import { map } from "../../src/charts/heatMap.ts";
import { chartKinds } from "../../src/charts/index.ts";
import {
  crossingOf,
  eventOf,
  eventSeriesOf,
  findingsOf,
  influenceOf,
  scalarOf,
  seriesOf,
} from "../charts/findings.ts";
import { balanceMap, paidMap, shortfallMap } from "../charts/maps.ts";

const paid = (growth: number) =>
  seriesOf(
    "Paid so far",
    "USD",
    24,
    (month) => growth * month,
    (month) => 0.25 * growth * month,
  );
const present = seriesOf(
  "Troops present",
  "soldiers",
  24,
  (month) => 11_500 - 20 * month,
  (month) => 12 * month,
);
const balance = seriesOf(
  "Change of strength",
  "soldiers",
  36,
  (month) => 700 * month,
  (month) => 9000 * Math.sqrt(month),
);
const share = seriesOf(
  "Share of the army",
  "share",
  12,
  (month) => 0.01 * month,
  (month) => 0.002 * month,
);

const payments = findingsOf({
  headline: ["totalPaid", "paid"],
  steps: 24,
  variants: [
    [
      "As believed",
      { paid: paid(90e6), present, totalPaid: scalarOf("Paid by the end", "USD", 2.1e9, 0.45) },
    ],
    ["The Pentagon's 11,000 and no more", { totalPaid: scalarOf("Paid by the end", "USD", 0.52e9, 0.12) }],
    ["The reported 100,000", { totalPaid: scalarOf("Paid by the end", "USD", 4.2e9, 0.3) }],
    ["Exactly 264 million a year", { totalPaid: scalarOf("Paid by the end", "USD", 528e6, 0) }],
  ],
  tornadoBase: 2.1e9,
  influences: [
    influenceOf("Troops", "soldiers", [11_400, 61_000], [0.9e9, 4.1e9]),
    influenceOf("Replaced share", "share", [0.2, 0.9], [1.6e9, 2.4e9]),
    influenceOf("Monthly loss", "1/month", [0.01, 0.06], [2.4e9, 1.8e9]),
    influenceOf("Ramp-up", "months", [2, 9], [2.3e9, 1.9e9]),
    influenceOf("Pay", "USD/soldier/month", [1900, 2100], [2.0e9, 2.2e9]),
  ],
});

const manpower = findingsOf({
  title: "Recruits against losses",
  headline: ["shortfall"],
  steps: 36,
  variants: [
    [
      "As believed",
      {
        balance,
        deficit: eventSeriesOf(
          "Fewer soldiers than at the start",
          36,
          (month) => 0.5 - 0.35 * Math.tanh(month / 20),
        ),
        shortfall: eventOf("Fewer soldiers at the end than at the start", 0.238),
        monthsCovered: scalarOf("Months covered", "months", 4.2, 0.6, 0.76),
      },
    ],
    [
      "Every casualty is final",
      {
        shortfall: eventOf("Fewer soldiers at the end than at the start", 0.991),
        monthsCovered: scalarOf("Months covered", "months", 1.1, 0.5, 0.01),
      },
    ],
    [
      "1,000 a day, 20,000 a month",
      {
        shortfall: eventOf("Fewer soldiers at the end than at the start", 0),
        monthsCovered: scalarOf("Months covered", "months", Number.NaN, 0, 1),
      },
    ],
  ],
  tornadoBase: 0.238,
  influences: [
    influenceOf("Returning share", "share", [0.32, 0.68], [0.71, 0.02]),
    influenceOf("Daily casualties", "casualties/day", [1010, 1240], [0.11, 0.4]),
    influenceOf("Level drift", "1", [0.05, 0.2], [0.15, 0.29]),
    influenceOf("Killed share", "share", [0.21, 0.3], [0.2, 0.27]),
  ],
});

const lost = crossingOf(
  { output: "balance", outputLabel: "Change of strength", unit: "soldiers", side: "below", level: -10_000 },
  36,
  [
    ["As believed", 0.02],
    ["Every casualty is final", 0.2],
    ["1,000 a day, 20,000 a month", 0],
  ],
);

const army = findingsOf({
  title: "Attrition",
  headline: ["share"],
  steps: 12,
  variants: [["As believed", { share }]],
});

const words = {
  title: "Recruits against losses",
  trials: 1024,
  horizon: { steps: 24, unit: "month" },
} as const;

const futures = {
  output: "paid",
  paths: Array.from({ length: 12 }, (_, trial) =>
    Array.from({ length: 24 }, (_, month) => (60e6 + 5e6 * trial) * (month + 1)),
  ),
};

const samples: Readonly<Record<string, { findings: Findings; futures?: typeof futures }>> = {
  payments: { findings: payments, futures },
  manpower: { findings: { ...manpower, crossings: [lost] } },
  army: { findings: army },
};

/** What each chart of the samples is an example of; one that is not named here is called as the chart is. */
const names: Readonly<Record<string, string>> = {
  "payments/fan-paid": "fan",
  "payments/fan-present": "fan-far-from-zero",
  "manpower/fan-balance": "fan-across-zero",
  "army/fan-share": "fan-of-a-share",
  "manpower/chance-deficit": "chance",
  "payments/variants-totalPaid": "variants-of-a-scalar",
  "manpower/variants-shortfall": "variants-of-an-event",
  "manpower/variants-monthsCovered": "variants-that-may-not-happen",
  "payments/exceedance-totalPaid": "exceedance",
  "manpower/exceedance-monthsCovered": "exceedance-that-may-not-happen",
  "manpower/crossing-balance-below-minus-10k": "crossing",
  "payments/tornado": "tornado",
  "manpower/tornado": "tornado-of-a-chance",
  "payments/dots-totalPaid": "dots",
  "payments/futures-paid": "futures",
};

/** Every chart of a kind that a sample has: at its places, and as a view of the headline. */
function placesOf(kind: ChartKind, findings: Findings): Place[] {
  const viewed = kind.view && viewedOutput(kind, findings);
  return viewed === undefined ? kind.places(findings) : [placeOf(kind.kind, viewed)];
}

/** What the samples' charts of a kind are drawn from, by the name that they have in the gallery. */
export function subjectsOf(kind: ChartKind): Record<string, Subject> {
  const subjects = Object.entries(samples).flatMap(([sample, { findings, futures }]) =>
    placesOf(kind, findings).flatMap((place): [string, Subject][] => {
      const subject = { findings, variant: "base", ...place, ...(futures && { futures }) };
      return kind.isDrawable(subject) ? [[names[`${sample}/${place.name}`] ?? place.name, subject]] : [];
    }),
  );
  return Object.fromEntries(subjects);
}

/** The charts of all kinds in a list, by file name. */
export function galleryOf(kinds: readonly ChartKind[]): Record<string, ResizableChart> {
  const charts = kinds.flatMap((kind) =>
    Object.entries(subjectsOf(kind)).map(([name, subject]) => [name, kind.chart(subject)] as const),
  );
  return Object.fromEntries(charts);
}

const maps: Record<string, ResizableChart> = {
  map: map(balanceMap, {
    ...words,
    name: "map-recruits-casualties-balance",
    figure: "median of “Change of strength”",
    unit: "soldiers",
    isChance: false,
  }),
  "map-of-a-chance": map(shortfallMap, {
    ...words,
    name: "map-recruits-casualties-shortfall",
    figure: "chance of “Fewer soldiers at the end than at the start”",
    unit: "share",
    isChance: true,
  }),
  "map-along-time": map(paidMap, {
    ...words,
    name: "map-horizon-troops-paid",
    figure: "median of “Paid so far”",
    unit: "USD",
    isChance: false,
    title: "Payments to Pyongyang",
  }),
};

/** The gallery, by file name: of the list of chart kinds, and the maps, which are drawn on command. */
export const examples: Record<string, ResizableChart> = { ...galleryOf(chartKinds), ...maps };
