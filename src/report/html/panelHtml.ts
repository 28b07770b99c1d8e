// A live panel of a notebook: the answer, one chart, and what a reader may change. Readable before any script runs.

import { answerSentence } from "../../format/answerSentence.ts";
import { type Html, html, unbroken } from "../shared/html.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { Placement } from "../shared/placement.ts";
import { control, variantChoice } from "./controlsHtml.ts";
import { figure, type StillChart } from "./figureHtml.ts";
import { publishedStatus } from "./status.ts";

/** What a panel shows, and the ids of the elements that hold what it is played from. */
export interface PanelParts {
  /** Unique on its page. */
  id: string;
  data: LiveData;
  placement: Placement;
  still: StillChart;
  /** Names of the assumptions that have a control. */
  controls: readonly string[];
  run: string;
  scenario: string;
}

/** The markup of a live panel: answer, chart and controls. Without scripts it is a picture. */
export function panelHtml({ id, data, placement, still, controls, run, scenario }: PanelParts): Html {
  const { findings } = data;
  const { title } = findings;
  const answer = answerSentence(findings);
  return html`<section class="live-panel bands" id="${id}" aria-label="To try out: ${title}" data-run="${run}" data-scenario="${scenario}" data-shows="${JSON.stringify(placement)}">
<p class="answer" aria-live="polite" aria-atomic="true">${unbroken(answer)}</p>
<div class="state"><p class="status">${publishedStatus(data)}</p><p class="working" role="status"></p></div>
<p class="failure wrong" role="alert"></p>
<p class="lost wrong" role="status"></p>
${figure(placement, findings, { still, idStart: `${id}-` })}
<form class="live-only" autocomplete="off" aria-label="Assumptions: ${title}">
<div class="controls">${controls.map((name) => control(name, data, `${id}-`))}</div>
${variantChoice(findings)}
<p class="buttons"><button type="button" class="reset">Back to as run</button></p></form>
</section>`;
}
