// Script of a notebook's page: makes its panels live. Panels may share data and scripts.

import { unpacked } from "../shared/gzipBase64.ts";
import type { LiveData } from "../shared/liveData.ts";
import { connectPanel } from "./panel.ts";

const tip = document.getElementById("tip")!;
for (const panel of document.querySelectorAll<HTMLElement>(".live-panel")) {
  makeLive(panel).catch((error: unknown) => {
    // The result as published stays; controls without effect are hidden.
    panel.querySelector("form")!.hidden = true;
    console.warn("a panel stays as it was run:", error);
  });
}

async function makeLive(panel: HTMLElement): Promise<void> {
  const { run, scenario } = panel.dataset;
  const [data, ...scripts] = await Promise.all([run!, scenario!, "worker-entry"].map(unpacked));
  connectPanel(panel, { data: JSON.parse(data!) as LiveData, workerText: scripts.join("\n"), tip });
}
