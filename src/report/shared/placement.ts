// Where a chart stands on a page.

/** The place of a chart on a page. */
export interface Placement {
  /** "headline", "fan-paid" */
  name: string;
  /** A chart kind; "headline" for the kind that its output and the chosen view ask for. */
  kind: string;
  output: string;
  /** Whether it follows at once; the others take all variants or many more plays. */
  quick: boolean;
}
