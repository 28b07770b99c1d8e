// "Take it with you": the command, the link, the config, pictures and figures.
import type { Findings } from "../../analysis/findings.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { changedConfig } from "../shared/changedConfig.ts";
import type { ReportData } from "../shared/reportData.ts";
import { commandOf, type PageSettings } from "../shared/settings.ts";
import { copy, pngOf, save } from "./download.ts";
import { figuresCsv } from "./figuresCsv.ts";
import { announce } from "./liveRegion.ts";

const byId = (id: string) => document.getElementById(id)!;

/** What a reader can do where the browser refuses. */
const notCopied = {
  command: "The browser did not copy it. It is marked: copy it with your keyboard.",
  link: "The browser did not copy it. The link stands in the address line.",
} as const;

/** What there is to take, as it stands when it is asked for. */
export interface ExportContent {
  data: ReportData;
  published: PageSettings;
  settings(): PageSettings;
  findings(): Findings;
  /** A chart as it is published, as SVG text. */
  drawn(placement: string): Promise<string>;
}

/** Connects the buttons as long as `listening` says; `show` renews the command and the config. */
export function connectExportPanel(
  goods: ExportContent,
  listening: AddEventListenerOptions = {},
): { show(): void } {
  const { data, published } = goods;
  const { scenario } = data.findings;
  const yamlText = () => configText(data, published, goods.settings());
  const say = announce(byId("copied"));
  const give = async ({ target }: MouseEvent) => {
    const button = (target as Element).closest<HTMLButtonElement>("button[data-save], button[data-copy]");
    if (!button) return;
    const { save: kind, copy: what } = button.dataset;
    if (what !== undefined) {
      const isCopied = await copy(what === "link" ? location.href : byId("command").textContent!);
      if (!isCopied && what === "command") getSelection()?.selectAllChildren(byId("command"));
      say(isCopied ? "Copied." : notCopied[what as keyof typeof notCopied], isCopied);
    } else if (kind === "yaml") save(`${scenario}.yaml`, "application/yaml", yamlText());
    else if (kind === "csv") save(`${scenario}.csv`, "text/csv", figuresCsv(goods.findings()));
    else if (kind === "json")
      save(`${scenario}.json`, "application/json", jsonText(summaryData(goods.findings())));
    else {
      const placement = button.closest("figure")!.dataset.placement!;
      const svg = await goods.drawn(placement);
      const name = `${scenario}-${placement}`;
      if (kind === "svg") save(`${name}.svg`, "image/svg+xml", svg);
      else save(`${name}.png`, "image/png", await pngOf(svg));
    }
  };
  document.addEventListener("click", give, listening);
  return {
    show() {
      byId("command").textContent = commandOf(goods.settings(), data);
      byId("yaml").textContent = yamlText();
    },
  };
}

/** The config as the settings have it. */
function configText(data: ReportData, published: PageSettings, settings: PageSettings): string {
  const { source, findings } = data;
  const isSaid = (name: "horizon" | "seed") =>
    settings[name] !== published[name] || data.overrides[name] !== undefined;
  return changedConfig(source.text, source.places, {
    set: settings.set,
    ...(isSaid("horizon") && { horizon: settings.horizon }),
    ...(isSaid("seed") && { seed: settings.seed }),
    ...(data.overrides.trials !== undefined && { trials: String(findings.trials) }),
  });
}
