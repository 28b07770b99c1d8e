// The command line as a process: it ends with the command's exit code, and prints why it failed.
import { blockProcessExit, isInterruption } from "../node/workers/blockProcessExit.ts";
import { ScenarioFailure } from "../simulation/scenarioFailure.ts";
import { reportFailure, runCommand } from "./runCommand.ts";
import { survivePipes } from "./terminal.ts";

survivePipes();
const exit = blockProcessExit();
const args = process.argv.slice(2);
let isOver = false;
process.once("uncaughtException", (error) => {
  endWith(reportFailure(error, args));
  exit();
});
process.once("exit", (code) => {
  if (isOver || isInterruption(code)) return;
  // Nothing is left that could go on, and still the command waits.
  const early = "sandtable: ended too early: a scenario or a notebook waits for what never comes";
  endWith(reportFailure(new ScenarioFailure(early), args));
});
endWith(await runCommand(args));

function endWith(exitCode: number): void {
  isOver = true;
  // What went wrong with standard output is not made good by a command that is done.
  if (exitCode !== 0) process.exitCode = exitCode;
}
