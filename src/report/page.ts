// The live report: settings → worker → page.
import { chartTable } from "./chartTable.ts";
import { connectControls } from "./controls.ts";
import type { LiveFindings } from "./liveEngine.ts";
import type { ChartOrder, Effort, FromWorker, ToWorker } from "./messages.ts";
import { unpacked } from "./packed.ts";
import { connectFigure, playFutures } from "./pictures.ts";
import type { ReportData } from "./reportData.ts";
import { chartTableHtml, findingsSection, ledgerSection, makingSection } from "./sections.ts";
import {
  linkEnd,
  publishedSettings,
  readLinkEnd,
  type Settings,
  sameFutures,
  type View,
} from "./settings.ts";
import { slotsOf } from "./slots.ts";
import { connectTakeAway } from "./takeAway.ts";

/** A hand that has rested so long has done moving: now all is played. */
const restMs = 350;

const byId = (id: string) => document.getElementById(id)!;
const [dataText, scenarioText, kitText] = await Promise.all(["data", "scenario", "kit"].map(unpacked));
const data = JSON.parse(dataText!) as ReportData;
const published = publishedSettings(data);
const { settings: asked, refusals } = readLinkEnd(location.hash, data);
const slots = slotsOf(data.findings);

let settings: Settings = asked;
let live: LiveFindings | undefined;
let effortShown: Effort = "published";
let changedAt = 0;
let number = 0;
/** What the worker is busy with, and whether the settings have changed since. */
let busy: Effort | undefined;
let waiting = false;
let rest: ReturnType<typeof setTimeout> | undefined;
let stopFutures: (() => void) | undefined;
const exporting = new Map<number, (svg: string) => void>();

const worker = startWorker();
const figures = new Map(
  slots.map(({ name }) => {
    const element = document.querySelector<HTMLElement>(`figure[data-slot="${name}"]`)!;
    return [name, { element, ...connectFigure(element, byId("tip")) }];
  }),
);
const inView = watchFigures();
const controls = connectControls(byId("controls"), data, published, change);
connectViews();
const takeAway = connectTakeAway({
  data,
  published,
  settings: () => settings,
  findings: () => live!.findings,
  drawn: exported,
  reset: () => change({ ...published, view: settings.view }),
});
controls.show(settings);
for (const refusal of refusals) controls.refuse(refusal);
order(sameFutures(settings, published) ? "published" : "full");
addEventListener("hashchange", () => {
  const { settings: next, refusals: refused } = readLinkEnd(location.hash, data);
  if (linkEnd(next, published) === linkEnd(settings, published)) return;
  change(next);
  for (const refusal of refused) controls.refuse(refusal);
});
let width = innerWidth;
addEventListener("resize", () => {
  // Charts are drawn for the width that they have; what they show stays.
  if (innerWidth === width || busy !== undefined) return;
  width = innerWidth;
  order("again");
});

function startWorker(): Worker {
  // The scenario first: the kit serves what it finds.
  const started = new Worker(
    URL.createObjectURL(new Blob([`${scenarioText}\n${kitText}`], { type: "text/javascript" })),
  );
  started.onmessage = ({ data: message }: MessageEvent<FromWorker>) => receive(message);
  started.onerror = ({ message }) => fail(`The simulation stopped: ${message}`);
  started.postMessage({ kind: "start", data } satisfies ToWorker);
  return started;
}

/** Something is otherwise from now on. */
function change(changes: Partial<Settings>): void {
  settings = { ...settings, ...changes };
  changedAt = performance.now();
  controls.show(settings);
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
    radio.checked = radio.value === settings.view;
  }
  history.replaceState(null, "", linkEnd(settings, published) || location.pathname + location.search);
  clearTimeout(rest);
  // A hand is quicker than the simulation: only the latest is played when the worker is free.
  if (busy === "quick") waiting = true;
  else order(sameFutures(settings, published) ? "published" : "quick");
}

function order(effort: Effort): void {
  number++;
  busy = effort;
  waiting = false;
  const isQuick = effort === "quick" || (effort === "again" && effortShown === "quick");
  const wanted = slots.filter(({ name, quick }) => !isQuick || (quick && inView.has(name)));
  const first = wanted.filter(({ name }) => inView.has(name));
  const charts = [...first, ...wanted.filter((slot) => !first.includes(slot))].map(
    ({ name }): ChartOrder => ({
      slot: name,
      width: figures.get(name)!.element.querySelector(".chart")!.clientWidth,
    }),
  );
  worker.postMessage({ kind: "show", id: number, settings, effort, charts } satisfies ToWorker);
}

function receive(message: FromWorker): void {
  if (message.kind === "exported") {
    exporting.get(message.id)?.(message.svg);
    exporting.delete(message.id);
    return;
  }
  if (message.id !== number) return;
  switch (message.kind) {
    case "findings":
      live = message.live;
      if (message.effort !== "again") effortShown = message.effort;
      showWords(live);
      return;
    case "chart":
      figures.get(message.slot)!.show(message.drawn);
      figures
        .get(message.slot)!
        .element.querySelector<HTMLDetailsElement>("details")!
        .dispatchEvent(new Event("toggle"));
      return;
    case "done":
      followed();
      return;
    case "failure":
      fail(message.message);
  }
}

/** The charts have followed. */
function followed(): void {
  if (busy === "quick" && changedAt > 0) {
    performance.measure("sandtable: charts follow", { start: changedAt, end: performance.now() });
  }
  busy = undefined;
  restartFutures();
  const isQuick = effortShown === "quick";
  document.documentElement.dataset.shown = isQuick ? "quick" : "settled";
  if (waiting) order(sameFutures(settings, published) ? "published" : "quick");
  else if (isQuick) rest = setTimeout(() => order("full"), restMs);
}

function showWords({ findings, answers }: LiveFindings): void {
  const isQuick = effortShown === "quick";
  document.documentElement.dataset.shown = "drawing";
  document.body.classList.toggle("changed", linkEnd({ ...settings, view: published.view }, published) !== "");
  document.body.classList.toggle("bands", settings.view === "bands");
  byId("answer").textContent = answers[settings.variant] ?? answers.base!;
  byId("status").textContent = statusOf(findings.trials);
  for (const { name, quick } of slots) {
    const { element } = figures.get(name)!;
    element.classList.toggle("stale", isQuick && !(quick && inView.has(name)));
    element.hidden = name === "tornado" && !isQuick && findings.tornado.influences.length === 0;
  }
  takeAway.show();
  if (isQuick) return;
  byId("findings").innerHTML = findingsSection(findings).markup;
  byId("ledger").innerHTML = ledgerSection(findings).markup;
  byId("making-of").innerHTML = makingSection(findings, data.versions).markup;
}

function statusOf(trials: number): string {
  const { title } = data.findings.variants.find(({ name }) => name === settings.variant)!;
  const changed = Object.keys(settings.set).filter((name) => settings.set[name] !== published.set[name]);
  const labels = changed.map((name) => data.findings.variants[0]!.assumptions[name]!.label);
  const parts = [
    settings.variant === "base" ? "" : `Variant: ${title}`,
    labels.length > 0 ? `changed: ${labels.join(", ")}` : "",
  ].filter(Boolean);
  const state = parts.length > 0 ? parts.join("; ") : sameFutures(settings, published) ? "As run" : "Changed";
  const count = trials.toLocaleString("en-US");
  return `${state}${state === "As run" ? ":" : "."} ${settings.horizon}, seed ${settings.seed}, ${count} trials${effortShown === "quick" ? " so far" : ""}.`;
}

/** The old result stays, greyed; the failure is told as the command line does. */
function fail(message: string): void {
  busy = undefined;
  const status = byId("status");
  status.textContent = message;
  status.classList.add("wrong");
  for (const { element } of figures.values()) element.classList.add("stale");
  if (waiting) order("quick");
}

/** Names of the charts that are on the screen or just beside it. */
function watchFigures(): Set<string> {
  const seen = new Set<string>(["headline"]);
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const name = (target as HTMLElement).dataset.slot!;
      if (isIntersecting) seen.add(name);
      else seen.delete(name);
    }
  });
  for (const { element } of figures.values()) {
    observer.observe(element);
    const details = element.querySelector<HTMLDetailsElement>("details")!;
    details.addEventListener("toggle", () => {
      const slot = slots.find(({ name }) => name === element.dataset.slot)!;
      const table = details.open && live ? chartTable(slot, live, settings) : undefined;
      if (table) details.querySelector(".table")!.innerHTML = chartTableHtml(table).markup;
    });
  }
  return seen;
}

function connectViews(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
    radio.checked = radio.value === settings.view;
    radio.addEventListener("change", () => change({ view: radio.value as View }));
  }
}

function restartFutures(): void {
  stopFutures?.();
  stopFutures = settings.view === "futures" ? playFutures(figures.get("headline")!.element) : undefined;
}

let exports = 0;

function exported(slot: string): Promise<string> {
  const id = ++exports;
  const svg = new Promise<string>((resolve) => exporting.set(id, resolve));
  worker.postMessage({ kind: "export", id, slot, settings } satisfies ToWorker);
  return svg;
}
