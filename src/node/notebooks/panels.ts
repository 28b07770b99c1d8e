// The live panels of a notebook's page, and the elements that hold what they are played from: each run, scenario and
// the kit once, however many panels use them.

import { onPage } from "../../charts/layout.ts";
import { panelHtml } from "../../report/html/panelHtml.ts";
import { type Html, html } from "../../report/shared/html.ts";
import { pack, reportScript, scenarioScript } from "../output/pageScripts.ts";
import { renderSvg } from "../output/render.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import { bundleDeclaration } from "../project/scenarioBundle.ts";
import type { Session } from "../project/session.ts";
import type { LivePanel } from "./livePanel.ts";
import { ownScenarioText } from "./ownTrial.ts";

/** Pixels that a panel's chart has on a page as wide as most screens. */
const pageWidth = 740;

/** Throws RangeError for a panel that no page could play. */
export function checkPanel({ model }: LivePanel): void {
  if (model.script === undefined) ownScenarioText(model.scenario);
}

/** The panels of one page. */
export interface PagePanels {
  /** The markup of the next panel. */
  add(panel: LivePanel): Promise<Html>;
  /** What stands once on the page, for all its panels. */
  shared(): Html;
}

/** Without `pictures` a panel's chart is there when its script has drawn it. */
export function pagePanels({ pictures, session }: { pictures: boolean; session: Session }): PagePanels {
  const held = new Map<string, string>();
  let panels = 0;
  /** The id of the element that holds a text. */
  const hold = (kind: "run" | "scenario", text: string): string => {
    const id = held.get(text) ?? `${kind}-${held.size + 1}`;
    held.set(text, id);
    return id;
  };

  return {
    async add({ chart, controls, placement, data, model }) {
      const [svg, script] = await Promise.all([
        pictures ? renderSvg(chart.laidOut(onPage(pageWidth)).spec) : "",
        scriptOf(model, session),
      ]);
      return panelHtml({
        id: `panel-${++panels}`,
        data,
        placement,
        still: { svg, title: chart.title, description: chart.description },
        controls,
        run: hold("run", JSON.stringify(data)),
        scenario: hold("scenario", script),
      });
    },
    shared: () => html`${[...held].map(([text, id]) => packedElement(id, text, session))}`,
  };
}

async function scriptOf({ script, scenario, upstreams }: LoadedScenario, session: Session): Promise<string> {
  return scenarioScript(
    session,
    script ?? (await bundleDeclaration(ownScenarioText(scenario), import.meta.dirname, session)),
    upstreams,
  );
}

/** What every worker of a page runs, to play and to draw. */
export async function kitElement(session: Session): Promise<Html> {
  return packedElement("worker-entry", await reportScript(session, "worker"), session);
}

function packedElement(id: string, text: string, session: Session): Html {
  return html`<script type="text/plain" id="${id}">${pack(text, { session })}</script>\n`;
}
