// How the live parts of a page look, in a report and in a notebook: answer, charts, and controls.
import { palette, seriesColours } from "../../charts/theme.ts";

/** Custom properties that the rules below, and the pages around them, take their colours from. */
export const colours = {
  light:
    "--paper:#fbfaf7;--card:#fff;--text:#222;--quiet:#5c5c5c;--line:#dcdbd5;--accent:#00497a;--soft:#eaf2f8;--wrong:#a33b00;--mark:#ffd9c2;--edge:#0004",
  dark: "--paper:#16181b;--card:#1e2124;--text:#e7e6e1;--quiet:#aeada7;--line:#34373b;--accent:#86c5f2;--soft:#1b2a36;--wrong:#ff9b66;--mark:#5b2c14;--edge:#fff5",
} as const;

/** The charts' colours in the dark. Charts are drawn once; the style sheet colours what they are made of. */
const inTheDark: Readonly<Record<string, string>> = {
  [palette.background]: "transparent",
  [palette.text]: "#e7e6e1",
  [palette.quiet]: "#aeada7",
  [palette.grid]: "#34373b",
  [palette.line]: "#74777c",
  [palette.outerBand]: "#21435c",
  [palette.innerBand]: "#3a789f",
  [palette.median]: "#b5dcf7",
  [seriesColours.blue]: "#4fa9e2",
  [seriesColours.green]: "#2fc79a",
  [seriesColours.vermillion]: "#f0803c",
  [seriesColours.grey]: "#9c9c9c",
};

/** Rules for what is drawn inside the elements that `scope` selects. */
function darkCharts(scope: string): string {
  return Object.entries(inTheDark)
    .flatMap(([light, dark]) =>
      [light, light.toLowerCase()].map(
        (colour) => `${scope} [fill="${colour}"]{fill:${dark}}${scope} [stroke="${colour}"]{stroke:${dark}}`,
      ),
    )
    .join("");
}

/** A picture as SVG text that is dark where the page around it is. */
export function darkWhereAsked(svg: string): string {
  const rules = `@media (prefers-color-scheme:dark){${darkCharts("svg")}}`;
  return svg.replace(/^<svg[^>]*>/, (start) => `${start}<style>${rules}</style>`);
}

/**
 * Declarations for what is wider than its place: a shadow at each edge that it scrolls beyond. What scrolls along with
 * the content hides the shadow where the content ends. --behind is the colour of the place.
 */
export const scrollShadows = [
  "linear-gradient(90deg,var(--behind) 30%,transparent) 0 0/40px 100% no-repeat local",
  "linear-gradient(270deg,var(--behind) 30%,transparent) 100% 0/40px 100% no-repeat local",
  "linear-gradient(90deg,var(--edge),transparent) 0 0/14px 100% no-repeat",
  "linear-gradient(270deg,var(--edge),transparent) 100% 0/14px 100% no-repeat",
].join(",");

/** Rules for what figureHtml.ts and controlsHtml.ts write. Without scripts nothing is shown that would do nothing. */
export const liveStyle = `.answer{font-size:22px;line-height:1.4;margin:18px 0 4px;padding:16px 20px;background:var(--soft);border-left:5px solid var(--accent);max-width:none;text-wrap:pretty;overflow-wrap:anywhere}
.status{font-size:14px;color:var(--quiet);min-height:1.6em;margin:8px 0 16px}
.state{position:relative}.state .status{padding-right:7em}
.working{position:absolute;top:0;right:0;margin:0;font-size:14px;color:var(--quiet);animation:come .3s}
@keyframes come{from{opacity:0}}
.wrong{color:var(--wrong)}
.lost{font-size:14px;overflow-wrap:anywhere}.lost:empty{display:none}
.chart{position:relative;overflow-x:auto;outline-offset:3px}
.chart svg{display:block;max-width:100%;height:auto;margin:0 auto}
.chart.rows svg{min-width:min(600px,100%)}
@media screen and (scripting:enabled){.chart:empty{min-height:300px}}
.chart [aria-hidden]{pointer-events:none}
.stale .chart{opacity:.45}
.baseline-note{display:none;color:var(--quiet);font-size:13px}
.changed .baseline-note{display:block}.changed:not(.bands) [data-placement=headline] .baseline-note{display:none}
.baseline-note i{display:inline-block;width:30px;border-top:2px dotted var(--text);vertical-align:middle;margin-right:6px}
.tip{position:fixed;z-index:9;max-width:320px;background:var(--text);color:var(--paper);font-size:13px;line-height:1.4;padding:6px 10px;border-radius:5px;pointer-events:none}
.tip[hidden]{display:none}
.says{font-size:14px;margin:4px 0 0}
details{font-size:14px}
.foot{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:start;margin-top:6px}
.foot details{min-width:0;max-width:100%}.foot details[open]{flex-basis:100%;order:9}.foot caption{font-size:13px;font-weight:400;color:var(--quiet)}.foot .scroll{max-height:340px;overflow:auto;margin-top:6px}
.foot .buttons{margin:0 0 0 auto}.foot button{font-size:12px;padding:1px 8px}
summary{cursor:pointer;color:var(--accent)}
.switch,.variants{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 12px;padding:0;border:0}
legend{font-size:14px;color:var(--quiet);padding:0;margin-bottom:4px}
button,.choice span{font:inherit;font-size:14px;color:var(--text);background:var(--card);border:1px solid #8b8b86;border-radius:6px;padding:5px 11px;cursor:pointer}
button:hover,.choice:hover span{border-color:var(--accent)}
.choice{display:inline-flex;position:relative}
.choice input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.choice input:checked+span{background:var(--accent);border-color:var(--accent);color:#fff;font-weight:600}
.choice input:focus-visible+span{outline:3px solid #e69f00;outline-offset:2px}
.choice input:checked+span::before{content:"✓ "}
.control{border-top:1px solid var(--line);padding:8px 0 6px}
.control .name{display:flex;justify-content:space-between;gap:8px;align-items:baseline}
.control label{font-weight:600;font-size:14px;overflow-wrap:anywhere}
.control .unit{font-size:12px;color:var(--quiet);flex:none;max-width:50%;overflow-wrap:anywhere}
.control input[type=range]{width:100%;margin:2px 0 0;accent-color:var(--accent);height:22px}
.control input[type=text]{width:100%;font:13px/1.4 ui-monospace,"DejaVu Sans Mono",Menlo,monospace;color:var(--text);background:var(--paper);border:1px solid #8b8b86;border-radius:5px;padding:5px 8px;text-overflow:ellipsis}
.control input[aria-invalid=true]{border:2px solid var(--wrong)}
.control .ends{display:flex;justify-content:space-between;align-items:center;font-size:12px;color:var(--quiet);margin-bottom:4px}
.control .problem{font-size:13px;color:var(--wrong);margin:4px 0 0;overflow-wrap:anywhere}
.control .problem .instead{font:inherit;color:var(--text);overflow-wrap:anywhere}
.control .problem code{white-space:pre-wrap;color:var(--text)}
mark{background:var(--mark);color:inherit;text-decoration:underline wavy var(--wrong)}
.undo{font-size:12px;padding:1px 8px;visibility:hidden}
.is-changed .undo{visibility:visible}
.is-changed label::after{content:" · changed";color:var(--wrong);font-weight:400}
.scroll{overflow-x:auto;margin:0 0 20px;--behind:var(--paper);background:${scrollShadows}}figure .scroll{--behind:var(--card)}
.buttons{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
@media (scripting:none){.live-only{display:none!important}}
@media screen and (prefers-color-scheme:dark){.choice input:checked+span{color:#0b1a26}${darkCharts(".chart")}}`;
