// In a notebook's page: makes its panels live. What a panel is played from may be shared with others.

import { unpacked } from "../shared/gzipBase64.ts";
import type { LiveData } from "../shared/liveData.ts";
import { connectPanel } from "./panel.ts";

const tip = document.getElementById("tip")!;
for (const panel of document.querySelectorAll<HTMLElement>(".live-panel")) {
  makeLive(panel).catch((error: unknown) => {
    // Without its engine a panel is what was run; controls that do nothing are taken away.
    panel.querySelector("form")!.hidden = true;
    console.warn("a panel stays as it was run:", error);
  });
}

async function makeLive(panel: HTMLElement): Promise<void> {
  const { run, scenario } = panel.dataset;
  const [data, ...scripts] = await Promise.all([run!, scenario!, "worker-entry"].map(unpacked));
  connectPanel(panel, JSON.parse(data!) as LiveData, scripts.join("\n"), tip);
}
