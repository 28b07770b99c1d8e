// The worker's last script: the kit. The scenario's script, where there is one, has set `sandtableScenario` before.
import type { Scenario } from "../../simulation/scenario.ts";
import { serve } from "./serveReport.ts";

// The types of a worker's global object are not those of the page, for which the kit is compiled.
const self = globalThis as unknown as { sandtableScenario?: Scenario } & Parameters<typeof serve>[1];
serve(self.sandtableScenario, self);
