// A notebook as .ipynb (nbformat 4.5), for GitHub, VS Code and JupyterLab.
import type { ChartSpec } from "../../charts/chart.ts";
import { jsonText } from "../../format/jsonText.ts";
import { notebookTable } from "../../report/html/tableHtml.ts";
import { Session } from "../project/session.ts";
import { type CellOutput, describeError } from "./cellOutput.ts";
import { drawPictures } from "./chartPictures.ts";
import type { ExecutedCell, ExecutedNotebook } from "./execute.ts";
import { controlTable } from "./livePanel.ts";
import { textOf } from "./printOutput.ts";
import { escapeMarkdown } from "./templateProse.ts";

/** The file's text. Every chart has its picture beside its specification, since GitHub shows pictures alone. */
export async function ipynbOf(
  { cells, file, scenarios, files }: ExecutedNotebook,
  { session = new Session() } = {},
): Promise<string> {
  const ids = cellIds(cells);
  let count = 0;
  const written = [];
  for (const [k, cell] of cells.entries()) {
    const common = { id: ids[k]!, metadata: {}, source: linesOf(sourceOf(cell)) };
    if (cell.kind === "markdown") written.push({ cell_type: "markdown", ...common });
    else {
      const outputs = [];
      for (const output of cell.outputs.flatMap(stillOutputs)) outputs.push(await outputOf(output, session));
      const executed = { execution_count: cell.executed ? ++count : null };
      written.push({ cell_type: "code", ...executed, ...common, outputs });
    }
  }
  const language = {
    name: "typescript",
    file_extension: ".ts",
    mimetype: "text/typescript",
    codemirror_mode: "typescript",
  };
  return jsonText({
    cells: written,
    metadata: { language_info: language, sandtable: { source: file, scenarios, files } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

function sourceOf({ kind, title, text }: ExecutedCell): string {
  return kind === "code" && title !== "" ? `// ${title}\n${text}` : text;
}

/** Ids that stay the same as long as the cells' titles do: letters, digits and hyphens, each once. */
function cellIds(cells: readonly ExecutedCell[]): string[] {
  const longest = 48;
  const seen = new Map<string, number>();
  return cells.map(({ kind, title, text }) => {
    const words = title || (kind === "markdown" ? (/\S.*/.exec(text)?.[0] ?? "") : "");
    const slug = words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, longest)
      .replace(/^-+|-+$/g, "");
    const id = slug || kind;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    // Two hyphens: no slug has them, so that a numbered id is never another's own.
    return times === 1 ? id : `${id}--${times}`;
  });
}

/** Where no page is, a panel is its sentence, its chart, and what could be changed. */
function stillOutputs(output: CellOutput): Exclude<CellOutput, { kind: "panel" }>[] {
  if (output.kind !== "panel") return [output];
  const { answer, chart } = output.panel;
  return [
    { kind: "markdown", text: `**${escapeMarkdown(answer)}**` },
    { kind: "chart", chart },
    { kind: "table", table: controlTable(output.panel) },
  ];
}

async function outputOf(output: ReturnType<typeof stillOutputs>[number], session: Session): Promise<object> {
  switch (output.kind) {
    case "text":
      return { output_type: "stream", name: output.stream, text: linesOf(output.text) };
    case "markdown":
      return displayed({ "text/markdown": linesOf(output.text), "text/plain": linesOf(output.text) });
    case "table":
      return displayed({
        "text/html": linesOf(notebookTable(output.table).markup),
        "text/plain": linesOf(textOf(output)),
      });
    case "chart": {
      const { png } = await drawPictures(output.chart, session);
      return displayed({
        "application/vnd.vegalite.v5+json": forVegaLite5(output.chart.spec),
        "image/png": Buffer.from(await png()).toString("base64"),
        "text/plain": linesOf(output.chart.description),
      });
    }
    case "error": {
      const { name, message, trace } = output.error;
      const traceback = [describeError(output.error), ...trace.map((place) => `    at ${place}`)];
      return { output_type: "error", ename: name, evalue: message, traceback };
    }
  }
}

function displayed(data: object): object {
  return { output_type: "display_data", data, metadata: {} };
}

/** What Jupyter and VS Code draw is Vega-Lite 5; our charts use nothing that came later. */
function forVegaLite5(spec: ChartSpec): object {
  return { ...spec, $schema: "https://vega.github.io/schema/vega-lite/v5.json" };
}

/** A text as nbformat keeps it: a list of lines with their ends. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The scenarios and files that a written notebook stands on; undefined where its text is none of ours. */
export function usesOf(text: string): { scenarios: string[]; files: string[] } | undefined {
  try {
    const { scenarios, files } = JSON.parse(text).metadata.sandtable;
    const areWords = [scenarios, files].every(
      (list) => Array.isArray(list) && list.every((word) => typeof word === "string"),
    );
    return areWords ? { scenarios, files } : undefined;
  } catch {
    return undefined;
  }
}
