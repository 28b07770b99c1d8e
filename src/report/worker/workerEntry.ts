// What the worker runs: everything but the scenario, which was set before where there is one to play.
import type { Scenario } from "../../simulation/scenario.ts";
import { serve } from "./serveReport.ts";

// The scenario's script has set it, and in a worker the global object is the port: neither is known to the types of a page.
const self = globalThis as unknown as { sandtableScenario?: Scenario } & Parameters<typeof serve>[1];
serve(self.sandtableScenario, self);
