// How pages look: one style sheet, light, dark, narrow and on paper.
import { colours, liveStyle } from "./liveStyle.ts";

/** The style sheet of reports and the index. */
export const style = `
:root{color-scheme:light;${colours.light}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main,.top,footer{max-width:1240px;margin:0 auto;padding:0 24px}
.top{padding-top:28px}
.home{font-size:14px}
h1{font-size:34px;line-height:1.15;margin:10px 0 6px;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:22px;margin:48px 0 14px;padding-top:14px;border-top:2px solid var(--text)}
h3{font-size:17px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 10px}
a{color:var(--accent)}
.question{font-size:19px;color:var(--quiet);max-width:46em;text-wrap:pretty}
.quiet{color:var(--quiet);font-size:14px}
.otherwise{margin:8px 0 16px;padding:6px 12px;border-left:5px solid var(--wrong);background:var(--card);overflow-wrap:anywhere}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 350px;grid-template-areas:"head side" "rest side";column-gap:36px}
.head{grid-area:head;min-width:0}.rest{grid-area:rest;min-width:0}
.side{grid-area:side}
.panel{position:sticky;top:12px;max-height:calc(100vh - 24px);overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px 18px}
.panel h2{border:0;margin:0 0 4px;padding:0;font-size:18px}
figure{margin:0 0 30px;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px 18px 12px}
figcaption h3{overflow-wrap:anywhere}
figcaption p{color:var(--quiet);font-size:14px;margin:0 0 8px}
${liveStyle}
.files{font-size:14px;columns:2 280px;overflow-wrap:anywhere;padding-left:18px;margin:0}
:focus-visible{outline:3px solid #e69f00;outline-offset:2px}
table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums;min-width:min(100%,420px)}
caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 28px)}
caption{text-align:left;font-weight:600;padding:0 0 6px;font-size:15px}
th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;white-space:nowrap}
th[scope=row],td.words{text-align:left;white-space:normal;min-width:9em}
th[scope=row]{font-weight:400;max-width:24em}
thead th,thead td{border-bottom:1px solid var(--text);font-weight:600;white-space:normal}
thead th:first-child,thead th.words,th.group{text-align:left}
th.group{font-weight:600;padding-top:12px;max-width:none}
.ledger{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:16px}
.ledger article{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px 16px;overflow-wrap:anywhere}
.ledger p,.ledger ul{font-size:14px;margin:0 0 8px}
.ledger ul{padding-left:0;list-style:none}.ledger li{margin-bottom:8px}
.belief code{font-size:14px;font-weight:600}
.grade{display:inline-block;border:1px solid currentColor;border-radius:4px;padding:0 5px;font-size:12px;font-weight:700}
dl{display:grid;grid-template-columns:minmax(7em,max-content) 1fr;gap:6px 18px;font-size:14px;margin:0}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
.take{display:grid;gap:14px}
pre{margin:0;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:10px 12px;font:13px/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
footer{padding-top:40px;padding-bottom:40px;color:var(--quiet);font-size:14px}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:24px}
.cards .picture{display:block;margin:12px 0 0}.cards p:last-child{margin-bottom:0}
.matrix th[scope=row]{min-width:11em}.matrix .quiet{font-size:.92em}.reach{display:block;margin:2px 0 2px auto}
.reach path{fill:none}.reach .believed{stroke:var(--quiet);stroke-width:1}.reach .moved{stroke:var(--accent);stroke-width:3}.reach circle{fill:var(--accent)}
.split{margin-bottom:26px}.split p{font-size:17px;max-width:46em}
.plain{padding-left:20px;max-width:52em}.plain li{margin-bottom:10px}
@media (min-width:1000px){.cards article{display:grid;grid-template-columns:minmax(0,400px) minmax(0,1fr);column-gap:28px}.cards .picture{margin:0}}
.cards article{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:18px 20px;overflow-wrap:anywhere}
.cards h2,.cards h3{border:0;margin:0 0 6px;padding:0;font-size:21px}
.cards img{display:block;max-width:100%;height:auto;border-radius:4px;margin:0 auto}
.cards .says{font-size:17px;line-height:1.4;margin-bottom:10px}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;background:var(--card);padding:8px;z-index:9}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.futures .mark-line path{transition:opacity .15s}
.futures.playing .mark-line path{opacity:.12}
.futures.playing .mark-line path.now{opacity:1;stroke-width:3.5}
@media (max-width:900px){.columns{grid-template-columns:minmax(0,1fr);grid-template-areas:"head" "side" "rest"}.panel{position:static;max-height:none;margin-bottom:30px}}
@media (max-width:560px){table{font-size:13px}th,td{padding-right:9px}th[scope=row],td.words{min-width:7em}.foot table{min-width:0}main,.top,footer{padding-left:14px;padding-right:14px}h1{font-size:26px}.question{font-size:17px}.answer{font-size:18px;padding:12px 14px}figure{padding:12px 12px 8px}.panel{padding:12px 14px}h2{margin-top:34px}dl{grid-template-columns:1fr}dt{margin-top:6px}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}*{transition:none!important;animation:none!important}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${colours.dark}}}
@page{margin:15mm}
@media print{
body{background:#fff;font-size:10.5pt}main,.top,footer{padding:0}
.side,.switch,.buttons,.skip,.tip,.home,.live-only:not(:has(#command)):not(.foot),details:not([open]){display:none!important}
.columns,.cards,.ledger{display:block}
h1{font-size:22pt}h2{margin-top:24px}.take h3{font-size:11pt}
#assumptions{break-before:page}#files,.files{display:none}
h2,h3,caption,th.group,#findings>.quiet{break-after:avoid}#findings>.quiet{break-inside:avoid}
p,li{orphans:3;widows:3}
figure,.ledger article,.cards article{break-inside:avoid;border-color:#bbb}
tr,tbody,li,.question,dl>*,.scroll:not(.long){break-inside:avoid}
.foot .scroll tbody{break-inside:auto}
figure{margin-bottom:16px}
.rest .chart svg{width:auto;max-height:80mm}.rest .chart.rows svg{max-height:100mm}
.foot{display:block!important}.foot .scroll{max-height:none!important}.scroll,.chart{overflow:visible!important;background:none!important}
table{font-size:8.5pt}th,td{padding-right:8px}
/* Cards of unequal length fill a page better in two columns than in rows. */
.ledger{columns:2;column-gap:14px}.ledger article{margin-bottom:14px}
.cards article{margin-bottom:14px;padding:12px 14px;display:grid;grid-template-columns:minmax(0,1fr) 84mm;column-gap:14px}.cards .picture{margin:0}.cards .says{font-size:10pt}.cards .quiet{font-size:9pt}.cards .links{display:none}
a[href^="#"]{text-decoration:none}
}
`;
