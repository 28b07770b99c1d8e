// How a notebook's page looks: a column of prose that is good to read, wide charts, quiet code.

/** Up to here charts are pictures drawn for a narrow column; wider, they are live. */
export const narrowScreen = "34rem";

export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: #222; --quiet: #5c5c5c; --line: #d8d8d3; --page: #fff; --panel: #f6f6f3; --link: #00497a;
  --alarm: #9c2f00; --alarm-panel: #fdf1ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6e6e3; --quiet: #a8a8a3; --line: #45454a; --page: #1b1b1d; --panel: #26262a; --link: #8dbfe0;
    --alarm: #ffb08a; --alarm-panel: #3a241a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 49rem;
  font: 1.0625rem/1.6 Georgia, "DejaVu Serif", serif; color: var(--text); background: var(--page);
}
nav, footer, details.code, figcaption, .table, .printed, .error, .stopped {
  font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 0.8125rem; line-height: 1.5;
}
a { color: var(--link); }
h1, h2, h3 { font-family: "DejaVu Sans", Verdana, sans-serif; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.7rem; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
p, ul, ol, blockquote { margin: 0 0 1rem; overflow-wrap: break-word; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
code, pre { font-family: "DejaVu Sans Mono", Consolas, monospace; }
.prose code { font-size: 0.85em; background: var(--panel); padding: 0.1em 0.3em; }
.prose table { border-collapse: collapse; }
pre { overflow-x: auto; padding: 0.75rem 1rem; background: var(--panel); margin: 0.5rem 0; line-height: 1.45; }
section.cell { margin-bottom: 1.25rem; }
details.code > summary { color: var(--quiet); cursor: pointer; padding: 0.25rem 0; }
details.code pre { font-size: 0.8125rem; }
.note { font-style: italic; }
figure.chart { margin: 1.25rem 0 0.5rem; }
.canvas { background: #fff; padding: 0.5rem; border: 1px solid var(--line); }
.chart .title { display: none; margin: 0 0 0.4rem; color: #222; font: 0.8125rem/1.4 "DejaVu Sans", Verdana, sans-serif; }
.chart .title strong { display: block; }
.chart img, .chart .live svg { display: block; max-width: 100%; height: auto; }
.chart .live { display: none; }
.chart.is-live .live { display: block; }
.chart.is-live img { display: none; }
.tip {
  position: fixed; z-index: 1; max-width: 22rem; padding: 0.4rem 0.6rem; pointer-events: none; white-space: pre-line;
  font: 0.75rem/1.4 "DejaVu Sans", Verdana, sans-serif; background: #222; color: #fff;
}
.tip[hidden] { display: none; }
figcaption summary { color: var(--quiet); cursor: pointer; padding: 0.25rem 0; }
.table { overflow-x: auto; margin: 1.25rem 0 0.5rem; }
.table table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
.table caption { text-align: left; font-weight: bold; padding-bottom: 0.4rem; }
.table th, .table td { padding: 0.35rem 0.9rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.table thead th { color: var(--quiet); font-weight: normal; }
.table tbody th { font-weight: normal; }
.printed { color: var(--quiet); }
.error, .stopped { color: var(--alarm); background: var(--alarm-panel); border-left: 4px solid var(--alarm); }
.error { white-space: pre-wrap; overflow-wrap: anywhere; }
.stopped { padding: 0.6rem 1rem; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--quiet); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media (max-width: 46rem) {
  body { font-size: 1rem; padding: 0.5rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
}
@media (max-width: ${narrowScreen}) {
  .canvas { padding: 0.25rem; }
  .chart .title, .chart.is-live img { display: block; }
  .chart.is-live .live { display: none; }
  .chart img { margin: 0 auto; }
  .table { font-size: 0.75rem; }
  .table table { width: 100%; }
  .table th, .table td { padding-right: 0.5rem; overflow-wrap: anywhere; }
  /* Four columns are too many: each row becomes a block, each cell a line that begins with its column's head. */
  .table table:has(th:nth-child(4)) :is(caption, tbody, tr, th, td) { display: block; padding-right: 0; }
  .table table:has(th:nth-child(4)) { display: block; }
  .table table:has(th:nth-child(4)) thead { display: none; }
  .table table:has(th:nth-child(4)) tr { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  .table table:has(th:nth-child(4)) tr > * { border: 0; padding: 0.1rem 0; }
  .table table:has(th:nth-child(4)) tbody th { font-weight: bold; }
  .table table:has(th:nth-child(4)) td:not([data-column=""])::before { content: attr(data-column) ": "; color: var(--quiet); }
  details.code pre, .printed { white-space: pre-wrap; overflow-wrap: anywhere; }
  .prose table { font-size: 0.8125rem; }
  .prose th, .prose td { overflow-wrap: anywhere; }
}
@media print {
  body { max-width: none; color: #000; background: #fff; }
  nav, details.code, figcaption { display: none; }
  .chart .live, .chart.is-live .live { display: none; }
  .chart img, .chart.is-live img { display: block; }
  figure.chart, .table { break-inside: avoid; }
}
`;
