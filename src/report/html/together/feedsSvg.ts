// Who feeds whom, as a picture: a row for each scenario, and an arc from each to those that take its outputs.
import type { Feed, WorldQuantity } from "../../../analysis/together/quantities.ts";
import { palette } from "../../../charts/theme.ts";
import { shorten } from "../../../format/text.ts";
import { type Html, html } from "../../shared/html.ts";

/** What the picture shows. */
export interface FeedGraph {
  /** Names, those that feed others before these. */
  scenarios: readonly string[];
  feeds: readonly Feed[];
  quantities: readonly WorldQuantity[];
}

const box = { width: 236, height: 44, gap: 20, radius: 6, text: 12 } as const;
const arc = { least: 26, more: 18, most: 96 } as const;
const arrow = { length: 8, half: 4 } as const;
const margin = 6;
const nameSize = 14;
const noteSize = 12;
const longestNote = 36;

/** The picture as a drawing of its own, as narrow as a telephone. */
export function feedsSvg({ scenarios, feeds, quantities }: FeedGraph): Html {
  const rowOf = (name: string) => scenarios.indexOf(name);
  const top = (row: number) => margin + row * (box.height + box.gap);
  const width = margin + box.width + arc.most + margin;
  const height = top(scenarios.length) - box.gap + margin;
  const labels = new Map(quantities.map(({ scenario, output, label }) => [`${scenario}.${output}`, label]));
  const boxes = scenarios.map((name, row) => {
    const taken = feeds.filter(({ to }) => to === name);
    const note = taken
      .map(({ from, outputs }) =>
        outputs.map((output) => labels.get(`${from}.${output}`) ?? output).join(", "),
      )
      .join(", ");
    const y = top(row);
    return html`<g><rect x="${margin}" y="${y}" width="${box.width}" height="${box.height}" rx="${box.radius}" fill="${palette.outerBand}"/>
<text x="${margin + box.text}" y="${y + (note === "" ? 27 : 19)}" font-size="${nameSize}" font-weight="600" fill="${palette.text}">${shorten(name, 28)}</text>${note === "" ? "" : html`<text x="${margin + box.text}" y="${y + 36}" font-size="${noteSize}" fill="${palette.text}">${shorten(`takes ${note}`, longestNote)}</text>`}</g>`;
  });
  const arcs = feeds.map((feed) => arcOf(feed, rowOf, top, feeds));
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${feedsWords(feeds)}" font-family="DejaVu Sans, Verdana, sans-serif">${boxes}${arcs}</svg>`;
}

/** The picture in words. */
export function feedsWords(feeds: readonly Feed[]): string {
  if (feeds.length === 0) return "No scenario feeds another.";
  return feeds.map(({ from, to, outputs }) => `${to} takes ${outputs.join(", ")} from ${from}`).join("; ");
}

function arcOf(
  { from, to }: Feed,
  rowOf: (name: string) => number,
  top: (row: number) => number,
  feeds: readonly Feed[],
): Html {
  const [start, end] = [rowOf(from), rowOf(to)];
  const x = margin + box.width;
  // Arcs leave below the middle of a box and arrive at or above it, those from afar highest.
  const arriving = feeds.filter((one) => one.to === to).sort((a, b) => rowOf(a.from) - rowOf(b.from));
  const place = (arriving.findIndex((one) => one.from === from) + 1) / (arriving.length + 1);
  const y = top(start) + 0.72 * box.height;
  const yEnd = top(end) + place * 0.62 * box.height;
  const reach = Math.min(arc.most, arc.least + arc.more * (end - start));
  const tip = x + arrow.length;
  const path = `M${x} ${y}C${x + (4 / 3) * reach} ${y} ${tip + (4 / 3) * (reach - arrow.length)} ${yEnd} ${tip} ${yEnd}`;
  const head = `M${x + 1} ${yEnd}l${arrow.length} ${-arrow.half}v${2 * arrow.half}z`;
  return html`<path d="${path}" fill="none" stroke="${palette.median}" stroke-width="1.5"/><path d="${head}" fill="${palette.median}"/>`;
}
