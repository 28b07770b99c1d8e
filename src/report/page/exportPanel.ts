// "Take it with you": the command, the link, the config, charts and figures of a report.
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { changedConfig } from "../shared/changedConfig.ts";
import type { ReportData } from "../shared/reportData.ts";
import { commandOf, type PageSettings } from "../shared/settings.ts";
import { copyText, download, svgToPng } from "./download.ts";
import { figuresCsv } from "./figuresCsv.ts";
import { type Announce, liveRegion } from "./liveRegion.ts";
import type { LiveSession } from "./liveSession.ts";

const byId = (id: string) => document.getElementById(id)!;

/** What a reader can do where the browser refuses to copy. */
const notCopied = {
  command: "The browser did not copy it. It is marked: copy it with your keyboard.",
  link: "The browser did not copy it. The link stands in the address line.",
} as const;

type CopyKind = keyof typeof notCopied;
type FileKind = "yaml" | "csv" | "json" | "svg" | "png";

/** What there is to take, as it is when asked for. */
export interface ExportContent {
  data: ReportData;
  published: PageSettings;
  session: LiveSession;
}

/** Connects the page's buttons until `options.signal` aborts; `show` writes the command and the config anew. */
export function connectExportPanel(
  content: ExportContent,
  options: AddEventListenerOptions = {},
): { show(): void } {
  const announce = liveRegion(byId("copied"));
  const onClick = async ({ target }: MouseEvent) => {
    const button = (target as Element).closest<HTMLButtonElement>("button[data-save], button[data-copy]");
    const { save: file, copy: text } = button?.dataset ?? {};
    if (text !== undefined) await copy(text as CopyKind, announce);
    else if (file !== undefined) await save(file as FileKind, content, button!);
  };
  document.addEventListener("click", onClick, options);
  return {
    show() {
      byId("command").textContent = commandOf(content.session.settings, content.data);
      byId("yaml").textContent = configText(content);
    },
  };
}

async function copy(kind: CopyKind, announce: Announce): Promise<void> {
  const isCopied = await copyText(kind === "link" ? location.href : byId("command").textContent!);
  if (!isCopied && kind === "command") getSelection()?.selectAllChildren(byId("command"));
  announce(isCopied ? "Copied." : notCopied[kind], isCopied);
}

/** Downloads a file; a chart is that of the button's figure. */
async function save(kind: FileKind, content: ExportContent, button: HTMLButtonElement): Promise<void> {
  const { data, session } = content;
  const { scenario } = data.findings;
  if (kind === "svg" || kind === "png") {
    const { placement: name } = button.closest("figure")!.dataset;
    const svg = await session.exportChart(data.placements.find((placement) => placement.name === name)!);
    const file = `${scenario}-${name}.${kind}`;
    return kind === "svg"
      ? download(file, "image/svg+xml", svg)
      : download(file, "image/png", await svgToPng(svg));
  }
  const { findings } = session.live!;
  const texts = {
    yaml: ["application/yaml", () => configText(content)],
    csv: ["text/csv", () => figuresCsv(findings)],
    json: ["application/json", () => jsonText(summaryData(findings))],
  } as const;
  const [type, textOf] = texts[kind];
  download(`${scenario}.${kind}`, type, textOf());
}

/** The config with the settings in force. */
function configText({ data, published, session: { settings } }: ExportContent): string {
  const { source, findings, overrides } = data;
  const isWritten = (name: "horizon" | "seed") =>
    settings[name] !== published[name] || overrides[name] !== undefined;
  return changedConfig(source.text, source.places, {
    set: settings.set,
    ...(isWritten("horizon") && { horizon: settings.horizon }),
    ...(isWritten("seed") && { seed: settings.seed }),
    ...(overrides.trials !== undefined && { trials: String(findings.trials) }),
  });
}
