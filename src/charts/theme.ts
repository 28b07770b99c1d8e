// How every chart looks: one palette, one type, one calm grid.
import type { Config } from "vega-lite";

/** Okabe and Ito (2008), "Color universal design": told apart with every kind of colour blindness. */
export const seriesColours = {
  blue: "#0072B2",
  vermillion: "#D55E00",
  green: "#009E73",
  purple: "#CC79A7",
  orange: "#E69F00",
  sky: "#56B4E9",
  black: "#222222",
  // The set's yellow vanishes on white; this is the grey that it is replaced with.
  grey: "#7A7A7A",
} as const;

/** Colours of grounds, texts, lines and bands. */
export const palette = {
  background: "#FFFFFF",
  text: "#222222",
  quiet: "#5C5C5C",
  grid: "#E4E4E0",
  line: "#9A9A95",
  /** Tints of the palette's blue, for bands; they differ in lightness, so that they print in grey too. */
  outerBand: "#D3E5F2",
  innerBand: "#8DBFE0",
  median: "#00497A",
} as const;

/**
 * Colours of heat maps, from low to high. They differ in lightness, so that they print in grey too; the two sides of
 * the diverging one are orange and blue, which all kinds of colour blindness tell apart.
 */
export const heat = {
  sequential: ["#F4F8FB", "#D3E5F2", "#8DBFE0", "#3A8CC0", "#0A5C96", "#00315A"],
  diverging: ["#7A3300", "#C75F0A", "#F0A860", "#F7F4EF", "#8DBFE0", "#2E7FB5", "#00497A"],
} as const;

/** Verdana has the widths of DejaVu Sans: a browser without the one lays text out as with the other. */
const font = "DejaVu Sans, Verdana, sans-serif";
/** Sizes of texts in pixels. */
export const fontSizes = { title: 16, subtitle: 12, label: 12, small: 11 } as const;

/** Colour and dash of the lines of up to eight variants, the base first; no two share a dash among the first six. */
export const lineStyles: readonly { color: string; dash: number[] }[] = [
  { color: seriesColours.blue, dash: [1, 0] },
  { color: seriesColours.vermillion, dash: [8, 4] },
  { color: seriesColours.green, dash: [2, 3] },
  { color: seriesColours.purple, dash: [12, 3, 2, 3] },
  { color: seriesColours.black, dash: [5, 2] },
  { color: seriesColours.orange, dash: [14, 5] },
  { color: seriesColours.sky, dash: [4, 4] },
  { color: seriesColours.grey, dash: [8, 3, 2, 3, 2, 3] },
];

/** How legends show areas and lines; the unseen outline gives both the same height, so that their texts align. */
export const squareKey = { symbolType: "square", symbolStrokeColor: "transparent" } as const;
/** The same for lines. */
export const lineKey = { symbolType: "stroke", symbolOpacity: 1 } as const;

/** Titles up to this length stand in two columns under a chart's title. */
const widestOfTwo = 40;

/** The legend of lines told apart by colour and dash: long enough to show the dash. */
export function lineLegend(titles: readonly string[]) {
  const columns = titles.every(({ length }) => length <= widestOfTwo) ? 2 : 1;
  const key = { symbolType: "stroke", symbolSize: 700, symbolOpacity: 1 } as const;
  return { ...key, columns, rowPadding: 4, labelLimit: 480 };
}

// Known to Vega, but not to the types of Vega-Lite: the space between two legends in a row.
const legendLayout: object = { layout: { top: { margin: 18, direction: "horizontal" } } };

const axis = {
  labelFont: font,
  titleFont: font,
  labelFontSize: fontSizes.small,
  titleFontSize: fontSizes.label,
  titleFontWeight: "normal",
  labelColor: palette.quiet,
  titleColor: palette.quiet,
  gridColor: palette.grid,
  tickColor: palette.line,
  domainColor: palette.line,
  titlePadding: 10,
  labelPadding: 5,
  labelFlush: false,
} as const;

/** Vega-Lite's config of every chart. */
export const config: Config = {
  background: palette.background,
  padding: 16,
  font,
  view: { stroke: null },
  axisX: { ...axis, titleLimit: 560, grid: false, tickSize: 4 },
  axisY: { ...axis, titleLimit: 330, grid: true, domain: false, ticks: false },
  title: {
    anchor: "start",
    frame: "bounds",
    font,
    subtitleFont: font,
    fontSize: fontSizes.title,
    fontWeight: "bold",
    subtitleFontSize: fontSizes.subtitle,
    color: palette.text,
    subtitleColor: palette.quiet,
    lineHeight: 20,
    subtitleLineHeight: 16,
    subtitlePadding: 5,
    offset: 14,
  },
  legend: {
    orient: "top",
    direction: "horizontal",
    title: null,
    labelFont: font,
    labelFontSize: fontSizes.small,
    labelColor: palette.text,
    labelLimit: 320,
    symbolSize: 160,
    symbolStrokeWidth: 2.5,
    columnPadding: 18,
    offset: 10,
    padding: 0,
    ...legendLayout,
  },
  text: { font, fontSize: fontSizes.label, color: palette.text, lineBreak: "\n" },
};
