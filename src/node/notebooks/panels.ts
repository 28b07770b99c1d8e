// The live panels of a notebook's page, and the elements that hold what they are played from: each run, scenario and
// the kit once, however many panels use them.
import { fitted } from "../../report/fit.ts";
import { type Html, html } from "../../report/html.ts";
import { panelHtml } from "../../report/panelHtml.ts";
import { pack, reportScript, scenarioScript } from "../liveScripts.ts";
import { renderSvg } from "../render.ts";
import { bundleDeclaration } from "../scenarioBundle.ts";
import type { LivePanel, PlayedModel } from "./live.ts";
import { ownScenarioText } from "./ownTrial.ts";

/** Pixels that a panel's chart has on a page as wide as most screens. */
const pageWidth = 740;

/** Throws RangeError for a panel that no page could play. */
export function checkPanel({ model }: LivePanel): void {
  if (model.script === undefined) ownScenarioText(model.scenario);
}

export interface PagePanels {
  /** The markup of the next panel. */
  add(panel: LivePanel): Promise<Html>;
  /** What stands once on the page, for all its panels. */
  shared(): Html;
}

/** Without `pictures` a panel's chart is there when its script has drawn it. */
export function pagePanels({ pictures }: { pictures: boolean }): PagePanels {
  const held = new Map<string, string>();
  let panels = 0;

  /** The id of the element that holds a text. */
  function hold(kind: "run" | "scenario", text: string): string {
    const known = held.get(text);
    if (known !== undefined) return known;
    const id = `${kind}-${held.size + 1}`;
    held.set(text, id);
    return id;
  }

  return {
    async add({ chart, controls, slot, data, model }) {
      const [svg, script] = await Promise.all([
        pictures ? renderSvg(fitted(chart.spec, pageWidth)) : "",
        scriptOf(model),
      ]);
      return panelHtml({
        id: `panel-${++panels}`,
        data,
        slot,
        still: { svg, title: chart.title, description: chart.description },
        controls,
        run: hold("run", JSON.stringify(data)),
        scenario: hold("scenario", script),
      });
    },
    shared: () => html`${[...held].map(([text, id]) => packedElement(id, text))}`,
  };
}

async function scriptOf({ script, scenario }: PlayedModel): Promise<string> {
  return scenarioScript(script ?? (await bundleDeclaration(ownScenarioText(scenario), import.meta.dirname)));
}

/** What every worker of a page runs, to play and to draw. */
export async function kitElement(): Promise<Html> {
  return packedElement("kit", await reportScript("kit"));
}

function packedElement(id: string, text: string): Html {
  return html`<script type="text/plain" id="${id}">${pack(text)}</script>\n`;
}
