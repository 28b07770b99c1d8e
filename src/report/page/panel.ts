// A live panel in a notebook's page: settings → session → answer and chart, as in a report.

import { statusOf } from "../html/status.ts";
import { unbroken } from "../shared/html.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { Placement } from "../shared/placement.ts";
import { fromHash, type PageSettings, publishedSettings, toHash } from "../shared/settings.ts";
import { busyIndicator } from "./busyIndicator.ts";
import { type Controls, connectControls } from "./controls.ts";
import { type ConnectedFigure, connectFigure } from "./figure.ts";
import { LiveSession, type ResultView } from "./liveSession.ts";
import { onWidthChange } from "./onWidthChange.ts";
import { startWorker } from "./pageWorker.ts";
import { panelHash, setPanelHash } from "./panelHash.ts";
import { unrestored } from "./unrestored.ts";

/** A panel's worker starts when the panel is so near to the window. */
const startMargin = "400px";

/** What a panel is made live with. */
export interface PanelOptions {
  data: LiveData;
  /** What its worker runs. */
  workerText: string;
  /** The page's element for tooltips. */
  tip: HTMLElement;
}

interface Panel extends PanelOptions {
  element: HTMLElement;
  placement: Placement;
  published: PageSettings;
  /** Settings that the address asks for. */
  settings: PageSettings;
  figure: ConnectedFigure;
  controls: Controls;
  /** Undefined for a panel that nobody has come near to: it has no worker. */
  session: LiveSession | undefined;
}

/** Makes a panel live, whose markup the page has. */
export function connectPanel(element: HTMLElement, options: PanelOptions): void {
  const { data, tip } = options;
  const published = publishedSettings(data);
  const link = fromHash(panelHash(element.id), data);
  const placement = JSON.parse(element.dataset.shows!) as Placement;
  const change = (changes: Partial<PageSettings>) => sessionOf(panel).change(changes);
  const askTable = () => sessionOf(panel).askTable(placement.name);
  const panel: Panel = {
    ...options,
    element,
    placement,
    published,
    settings: link.settings,
    figure: connectFigure(within(element, "figure"), placement, { tip, askTable }),
    controls: connectControls(within(element, "form"), data, published, change),
    session: undefined,
  };
  within(element, ".reset").addEventListener("click", () => {
    panel.controls.unmark();
    within(element, ".lost").textContent = "";
    change(published);
  });
  for (const sign of ["pointerenter", "focusin"])
    within(element, "form").addEventListener(sign, () =>
      sessionOf(panel).dispatch({ kind: "changeExpected" }),
    );
  panel.controls.show(link.settings);
  for (const refusal of link.refusals) panel.controls.refuse(refusal);
  within(element, ".lost").textContent = unrestored(link, data);
  startWhenNear(panel);
}

function within(element: HTMLElement, selector: string): HTMLElement {
  return element.querySelector<HTMLElement>(selector)!;
}

function startWhenNear(panel: Panel): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      sessionOf(panel);
    },
    { rootMargin: startMargin },
  );
  observer.observe(panel.element);
}

/** The panel's session, opened when it is first needed. */
function sessionOf(panel: Panel): LiveSession {
  if (panel.session) return panel.session;
  const session = new LiveSession({
    ...panel,
    worker: startWorker(panel.workerText),
    view: panelView(panel),
  });
  panel.session = session;
  onWidthChange(() => {
    within(panel.element, ".answer").style.minHeight = "";
    session.dispatch({ kind: "resized" });
  });
  return session;
}

function panelView(panel: Panel): ResultView {
  const { element, placement, published, figure, controls } = panel;
  const [answer, failure, figureElement] = [".answer", ".failure", "figure"].map((selector) =>
    within(element, selector),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  return {
    showSettings(settings) {
      controls.show(settings);
      setPanelHash(element.id, toHash(settings, published));
      // Screen readers speak the sentence once the changes have ended, not at each of them.
      answer.setAttribute("aria-busy", "true");
      element.dataset.shown = "drawing";
    },
    chartsFor: (selection) =>
      selection === "undrawn" || (selection === "quick" && !placement.quick) ? [] : [figure.order()],
    showFindings(live, settings, isQuick) {
      showFindings(panel, { live, settings, isQuick });
      failure.textContent = "";
      figureElement.classList.toggle("stale", isQuick && !placement.quick);
    },
    showChart: (_, chart) => chart && figure.show(chart),
    showTable: (_, table) => figure.showTable(table),
    showProgress(progress) {
      element.dataset.shown = progress;
      if (progress !== "quick") answer.removeAttribute("aria-busy");
    },
    showBusy: busyIndicator(within(element, ".working"), [figureElement]),
    showFailure(message) {
      answer.removeAttribute("aria-busy");
      failure.textContent = message;
      figureElement.classList.add("stale");
    },
  };
}

function showFindings(
  { element, data, published }: Panel,
  {
    live: { findings, answers },
    settings,
    isQuick,
  }: { live: LiveFindings; settings: PageSettings; isQuick: boolean },
): void {
  element.classList.toggle("changed", toHash(settings, published) !== "");
  const answer = within(element, ".answer");
  const sentence = unbroken(answers[settings.variant] ?? answers.base!);
  if (answer.textContent !== sentence) {
    // A shorter sentence keeps the height, so that the controls below do not move.
    answer.style.minHeight = `${answer.offsetHeight}px`;
    answer.textContent = sentence;
  }
  const status = statusOf(data, published, settings, { trials: findings.trials, isQuick });
  within(element, ".status").textContent = status;
}
