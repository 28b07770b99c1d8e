// The table beside a chart of a page.

import { chartKinds } from "../../charts/index.ts";
import type { Table } from "../../format/tables/table.ts";
import type { LiveFindings } from "./liveFindings.ts";
import type { Placement } from "./placement.ts";
import { kindAt, shownVariant } from "./placements.ts";
import type { PageSettings } from "./settings.ts";

/** The figures of a chart under the reader's settings; undefined where the findings have none for it now. */
export function chartTable(
  placement: Placement,
  { findings }: LiveFindings,
  settings: PageSettings,
  kinds = chartKinds,
): Table | undefined {
  const kind = kindAt(placement, findings, kinds);
  const table = (placement.kind === "headline" ? kind?.headline?.table : undefined) ?? kind?.table;
  const { name, output } = placement;
  return table?.({ findings, name, output, variant: shownVariant(findings, settings) });
}
