// A trial that gave what no trial may give.

/** A scenario failed while it was played: exit code 3. The message names scenario, variant, trial, output and inputs. */
export class ScenarioFailure extends Error {
  override name = "ScenarioFailure";
}
