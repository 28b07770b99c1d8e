// A live panel in a notebook's page: settings → worker → answer and chart, as in a report.

import { statusOf } from "../html/status.ts";
import { unbroken } from "../shared/html.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { Placement } from "../shared/placements.ts";
import { fromHash, publishedSettings, toHash } from "../shared/settings.ts";
import { showWorking } from "./busyState.ts";
import { connectControls } from "./controls.ts";
import { connectFigure } from "./figure.ts";
import { type LiveWork, onOtherWidth, type ResultView, startWork, startWorker } from "./liveSession.ts";
import { panelLink, rememberPanel } from "./panelLink.ts";
import { unrestored } from "./unrestored.ts";

/** Where a panel is about to be seen, its worker starts. */
const startMargin = "400px";

/** Connects a panel. `workerText` is what its worker runs; `tip` shows what is under the pointer. */
export function connectPanel(panel: HTMLElement, data: LiveData, workerText: string, tip: HTMLElement): void {
  const within = (selector: string) => panel.querySelector<HTMLElement>(selector)!;
  const placement = JSON.parse(panel.dataset.shows!) as Placement;
  const published = publishedSettings(data);
  const link = fromHash(panelLink(panel.id), data);
  const asked = link.settings;
  const [answer, status, failure, element] = [".answer", ".status", ".failure", "figure"].map(within);
  const figure = connectFigure(element!, placement, tip, () => {
    const live = work?.live();
    return live && { live, settings: work!.settings() };
  });
  const controls = connectControls(within("form"), data, published, (changes) => begun().change(changes));
  within(".reset").addEventListener("click", () => {
    controls.unmark();
    within(".lost").textContent = "";
    begun().change(published);
  });
  for (const sign of ["pointerenter", "focusin"])
    within("form").addEventListener(sign, () => begun().expectChange());
  controls.show(asked);
  for (const refusal of link.refusals) controls.refuse(refusal);
  within(".lost").textContent = unrestored(link, data);

  const resultView: ResultView = {
    settle(settings) {
      controls.show(settings);
      rememberPanel(panel.id, toHash(settings, published));
      // The sentence is spoken when the hand has rested, not at every move.
      answer!.setAttribute("aria-busy", "true");
      panel.dataset.shown = "drawing";
    },
    charts: (wanted) =>
      wanted === "left" || (wanted === "quick" && !placement.quick)
        ? []
        : [{ placement, width: figure.width() }],
    showWords({ findings, answers }, isQuick) {
      const settings = begun().settings();
      panel.classList.toggle("changed", toHash(settings, published) !== "");
      const sentence = unbroken(answers[settings.variant] ?? answers.base!);
      if (answer!.textContent !== sentence) {
        // A shorter sentence leaves its room, so that the controls below stay under the hand.
        answer!.style.minHeight = `${answer!.offsetHeight}px`;
        answer!.textContent = sentence;
      }
      status!.textContent = statusOf(data, published, settings, { trials: findings.trials, isQuick });
      failure!.textContent = "";
      element!.classList.toggle("stale", isQuick && !placement.quick);
    },
    showChart: (_, drawn) => figure.show(drawn),
    followed(state) {
      panel.dataset.shown = state;
      if (state !== "quick") answer!.removeAttribute("aria-busy");
    },
    working: showWorking(within(".working"), [element!]),
    fail(message) {
      answer!.removeAttribute("aria-busy");
      failure!.textContent = message;
      element!.classList.add("stale");
    },
  };

  let work: LiveWork | undefined;
  function begun(): LiveWork {
    if (!work) {
      work = startWork({ data, published, settings: asked, worker: startWorker(workerText), resultView });
      onOtherWidth(() => {
        answer!.style.minHeight = "";
        work!.redraw();
      });
    }
    return work;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      begun();
    },
    { rootMargin: startMargin },
  );
  observer.observe(panel);
}
