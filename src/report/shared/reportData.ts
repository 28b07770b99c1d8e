// What a report's page is given.
import type { ConfigPlaces } from "./changedConfig.ts";
import type { LiveData } from "./liveData.ts";
import type { Placement } from "./placement.ts";

/** What a report holds beside findings and config: the config's text, for export, and what the making-of names. */
export interface ReportData extends LiveData {
  /** The charts of the page, in reading order. */
  placements: readonly Placement[];
  /** The config's file as it was named, and its text with the places of what can be changed. */
  source: { file: string; text: string; isOwn: boolean; places: ConfigPlaces };
  /** Files beside the page, relative to it. */
  files: readonly string[];
  /** Packages by name, with their versions. */
  versions: Readonly<Record<string, string>>;
}
