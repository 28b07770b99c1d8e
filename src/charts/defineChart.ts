// What a chart kind is: which outputs it is of, how it is drawn, its table, and where a page has use for it.
import type { Findings, VariantFindings } from "../analysis/findings.ts";
import type { Table } from "../format/tables/table.ts";
import type { Baseline } from "./baseline.ts";
import { type ChartParts, ResizableChart } from "./baseSpec.ts";
import type { Layout } from "./chart.ts";
import type { Drawing } from "./drawing.ts";
import { inFile } from "./layout.ts";
import { baseOf, matches, type OutputFilter, outputsOf } from "./selectors.ts";

/** A chart that a scenario has. */
export interface Place {
  /** File name without ending: "fan-paid". */
  name: string;
  output: string;
}

/** What one chart is drawn from. */
export interface Subject extends Place {
  findings: Findings;
  /** Name of the variant that it shows, in kinds that show one alone. */
  variant: string;
  /** What it is compared with, in kinds that have a place for it. */
  baseline?: Baseline;
  /** The first series of the headline in single trials of the variant: values of each trial by step. */
  futures?: { output: string; paths: readonly (readonly number[])[] };
}

/** A chart kind as its file writes it. */
export interface ChartDefinition {
  /** One word; it begins the names of the charts. */
  kind: string;
  /** The outputs that it is of. */
  appliesTo: OutputFilter;
  /**
   * The charts that a scenario has of it: one for each output that it applies to, unless given. They hang on outputs,
   * variants and levels alone, never on figures, so that a page keeps its places.
   */
  places?(findings: Findings): Place[];
  /** Whether the findings have figures for it now; always unless given. */
  isDrawable?(subject: Subject): boolean;
  /**
   * Draws it at its width with its baseline.
   * @throws RangeError for an output or a variant that is not there
   */
  draw(subject: Subject, drawing: Drawing): ChartParts;
  /** Its figures; undefined where the findings have none now. */
  table?(subject: Subject): Table | undefined;
  /** Whether it can be drawn again while a slider moves; the others need all variants or many more plays. */
  isQuick: boolean;
  /** How it heads a page, where it can be the chart of a single output. */
  headline?: HeadlineUse;
  /** As what a reader may choose it in place of the headline. */
  view?: { name: string; title: string };
  /** What the lines of its baseline are: "median and 90 % interval of the base". */
  baselineWords?: string;
  /** Whether it is made of rows, whose names need more room than a plot. */
  hasRows?: boolean;
}

/** How a chart kind heads a page. */
export interface HeadlineUse {
  /** The lowest rank among a headline's outputs comes first: what has steps says most. */
  rank: number;
  /** Among the views of the headline it is called so. */
  title: string;
  /** The outputs that it may head a page with, where these are not all that it applies to. */
  appliesTo?: OutputFilter;
  /** The table then, where it is another: a page's headline has all variants in its table. */
  table?(subject: Subject): Table | undefined;
}

/** What is asked of a chart kind: an output or a chart's name where there are several, the base unless a variant is named. */
export type Asked = Pick<Subject, "findings"> & Partial<Subject>;

/** A chart kind in use. */
export interface ChartKind extends ChartDefinition {
  places(findings: Findings): Place[];
  isDrawable(subject: Subject): boolean;
  /**
   * One chart, finished.
   * @throws RangeError for an output or a variant that is not there
   */
  chart(asked: Asked, layout?: Layout): ResizableChart;
}

/** Makes a chart kind of its definition. The list of all is in the index. */
export function defineChart(definition: ChartDefinition): ChartKind {
  const { kind, appliesTo } = definition;
  const ofOutputs = (findings: Findings) =>
    outputsOf(findings, appliesTo).map((output) => placeOf(kind, output));
  const made: ChartKind = {
    isDrawable: () => true,
    places: ofOutputs,
    ...definition,
    chart: (asked, layout = inFile) => {
      const subject = subjectOf(made, asked);
      return new ResizableChart(subject.name, (drawing) => made.draw(subject, drawing), layout);
    },
  };
  return made;
}

/** The usual name of a kind's chart of an output: "fan-paid". */
export function placeOf(kind: string, output: string): Place {
  return { name: `${kind}-${output}`, output };
}

/** Whether a chart kind can be the headline of an output. */
export function canHead(
  { headline, appliesTo }: ChartKind,
  output: VariantFindings["outputs"][string],
): boolean {
  return headline !== undefined && matches(output, headline.appliesTo ?? appliesTo);
}

function subjectOf(made: ChartKind, asked: Asked): Subject {
  const { findings, name, output, variant = baseOf(findings).name } = asked;
  const isAsked = (place: Place) =>
    place.name === (name ?? place.name) && place.output === (output ?? place.output);
  const place = made.places(findings).find(isAsked) ?? placeOf(made.kind, output ?? "");
  return { ...asked, ...place, variant };
}
