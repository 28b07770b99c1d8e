// How a notebook's page looks: a column of prose that is good to read, wide charts, quiet code, live panels.
import { colours, liveStyle, scrollShadows } from "../../report/html/liveStyle.ts";

/** Up to here charts are pictures drawn for a narrow column; wider, they are live. */
export const narrowScreen = "34rem";

export const pageStyle = `
:root { color-scheme: light dark; ${colours.light}; --page: #fff; --soft-page: #f6f6f3; --wrong-soft: #fdf1ea; }
@media screen and (prefers-color-scheme: dark) {
  :root { ${colours.dark}; --page: #1b1b1d; --soft-page: #26262a; --wrong-soft: #3a241a; }
}
${liveStyle}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 49rem;
  font: 1.0625rem/1.6 Georgia, "DejaVu Serif", serif; color: var(--text); background: var(--page);
}
nav, footer, details.code, figcaption, .table, .printed, .error, .stopped {
  font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 0.8125rem; line-height: 1.5;
}
a { color: var(--accent); }
h1, h2, h3 { font-family: "DejaVu Sans", Verdana, sans-serif; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.7rem; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
p, ul, ol, blockquote { margin: 0 0 1rem; overflow-wrap: break-word; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
code, pre { font-family: "DejaVu Sans Mono", Consolas, monospace; }
.prose code { font-size: 0.85em; background: var(--soft-page); padding: 0.1em 0.3em; }
/* The hundred columns that commands print fit the page. */
.prose pre { font-size: 0.73rem; margin-bottom: 1rem; }
.prose pre code { font-size: 1em; background: none; padding: 0; }
.prose table { border-collapse: collapse; margin: 0 0 1rem; font-size: 0.9375rem; }
.prose :is(th, td) { padding: 0.35rem 0.9rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.prose th { color: var(--quiet); font-weight: normal; }
pre { overflow-x: auto; padding: 0.75rem 1rem; --behind: var(--soft-page); background: ${scrollShadows}, var(--soft-page); margin: 0.5rem 0; line-height: 1.45; }
section.cell { margin-bottom: 1.25rem; }
details.code > summary { color: var(--quiet); cursor: pointer; padding: 0.25rem 0; }
details.code pre { font-size: 0.8125rem; }
.note { font-style: italic; }
figure.plot { margin: 1.25rem 0 0.5rem; }
.canvas { background: var(--card); padding: 0.5rem; border: 1px solid var(--line); }
.plot .title { display: none; margin: 0 0 0.4rem; font: 0.8125rem/1.4 "DejaVu Sans", Verdana, sans-serif; }
.plot .title strong { display: block; }
.plot img, .plot .live svg { display: block; max-width: 100%; height: auto; }
.plot .live { display: none; }
.plot.is-live .live { display: block; }
.plot.is-live img { display: none; }
.tip { font-family: "DejaVu Sans", Verdana, sans-serif; white-space: pre-line; }
.says { font: 0.8125rem/1.5 "DejaVu Sans", Verdana, sans-serif; }
.says:empty { margin: 0; }
figcaption summary { color: var(--quiet); cursor: pointer; padding: 0.25rem 0; }
.table { overflow-x: auto; margin: 1.25rem 0 0.5rem; --behind: var(--page); background: ${scrollShadows}; }
.table table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
.table caption { text-align: left; font-weight: bold; padding-bottom: 0.4rem; }
.table th, .table td { padding: 0.35rem 0.9rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.table thead th { color: var(--quiet); font-weight: normal; }
.table tbody th { font-weight: normal; }
.printed { color: var(--quiet); }
.error, .stopped { color: var(--wrong); background: var(--wrong-soft); border-left: 4px solid var(--wrong); }
.error { white-space: pre-wrap; overflow-wrap: anywhere; }
.stopped { padding: 0.6rem 1rem; }
.live-panel {
  margin: 1.5rem 0; padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card);
  font: 0.9375rem/1.5 "DejaVu Sans", Verdana, sans-serif;
}
.live-panel p { margin-bottom: 0.5rem; }
.live-panel .answer { font-size: 1.125rem; margin: 0 0 0.4rem; padding: 0.7rem 1rem; }
.live-panel .status { margin: 0 0 0.8rem; font-size: 0.8125rem; }
.live-panel .working { margin: 0; font-size: 0.8125rem; }
.live-panel .failure:empty { margin: 0; }
/* What is under a hand stays under it: nothing above the controls comes and goes. */
.live-panel .baseline-note { display: block; visibility: hidden; }
.live-panel.changed .baseline-note { visibility: visible; }
.live-panel .is-changed label::after { content: none; }
.live-panel figure { margin: 0 0 0.75rem; }
.live-panel figcaption h3 { margin: 0 0 0.2rem; }
.live-panel figcaption p { color: var(--quiet); }
.live-panel .controls { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); column-gap: 1.5rem; }
.live-panel .variants { margin-top: 0.75rem; }
.live-panel .figures table { border-collapse: collapse; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.live-panel .figures :is(th, td) { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); text-align: right; }
.live-panel .figures th:first-child { text-align: left; font-weight: normal; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--quiet); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 46rem) {
  body { font-size: 1rem; padding: 0.5rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
}
@media (max-width: ${narrowScreen}) {
  .canvas { padding: 0.25rem; }
  .live-panel { padding: 0.75rem; }
  .live-panel .answer { font-size: 1rem; padding: 0.6rem 0.75rem; }
  .live-panel .status { min-height: 3em; }
  .plot .title, .plot.is-live img { display: block; }
  .plot.is-live .live { display: none; }
  .plot img { margin: 0 auto; }
  .table { font-size: 0.75rem; }
  .table table { width: 100%; }
  .table th, .table td { padding-right: 0.5rem; }
  /* Four columns are too many: each row becomes a block, each cell a line that begins with its column's head. */
  .table table:has(th:nth-child(4)) :is(caption, tbody, tr, th, td) { display: block; padding-right: 0; }
  .table table:has(th:nth-child(4)) { display: block; }
  .table table:has(th:nth-child(4)) thead { display: none; }
  .table table:has(th:nth-child(4)) tr { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  .table table:has(th:nth-child(4)) tr > * { border: 0; padding: 0.1rem 0; overflow-wrap: anywhere; }
  .table table:has(th:nth-child(4)) tbody th { font-weight: bold; }
  .table table:has(th:nth-child(4)) [data-column]:not([data-column=""])::before {
    content: attr(data-column) ": "; color: var(--quiet); font-weight: normal;
  }
  details.code pre, .printed { white-space: pre-wrap; overflow-wrap: anywhere; }
  .prose table { font-size: 0.8125rem; }
  .prose td { overflow-wrap: anywhere; }
  .prose td:first-child { min-width: 6.5rem; }
}
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; background: #fff; }
  nav, details.code:not([open]), .plot figcaption, .foot, .says, .tip { display: none; }
  h1, h2, h3, caption, thead { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  :is(h1, h2, h3) + p { break-inside: avoid; }
  h2 { margin-top: 1.75rem; }
  .plot .live, .plot.is-live .live { display: none; }
  .plot img, .plot.is-live img { display: block; width: auto; max-height: 80mm; margin: 0 auto; }
  .live-panel .chart svg { width: auto; max-height: 65mm; }
  .live-panel .answer { font-size: 11pt; padding: 0.5rem 0.75rem; }
  .table, .scroll, pre { background: none; overflow: visible; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  figure.plot, .live-panel :is(figure, form), tr { break-inside: avoid; }
  /* A panel's answer stays with its chart; what it was set to may stand on the next page. */
  .live-panel :is(.answer, .state, .failure, .lost) { break-after: avoid; }
  /* Rows of many columns are tall: such a table breaks between them. */
  .table:not(:has(th:nth-child(4)):has(tr:nth-child(4))) { break-inside: avoid; }
  /* A reader of paper sees what a panel was set to. */
  .live-panel :is(.variants, .buttons, .undo, .ends, [type="range"], .problem) { display: none; }
  .live-panel .controls { grid-template-columns: 1fr 1fr; }
  .live-panel input[type="text"] { border: 0; padding: 0; background: none; }
}
`;
