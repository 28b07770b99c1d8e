// The command line as a process. What there is once in a process is kept here alone: its hooks, and its exit code,
// by which it ends, having printed why it failed.
import { blockProcessExit, isInterruption } from "../node/workers/blockProcessExit.ts";
import { ScenarioFailure } from "../simulation/scenarioFailure.ts";
import { reportFailure, runCommand } from "./runCommand.ts";
import { survivePipes } from "./terminal.ts";

const main = {
  args: process.argv.slice(2),
  isOver: false,

  async run(): Promise<void> {
    survivePipes();
    const exit = blockProcessExit();
    process.once("uncaughtException", (error) => {
      this.end(reportFailure(error, this.args));
      exit();
    });
    process.once("exit", (code) => {
      if (this.isOver || isInterruption(code)) return;
      // Nothing is left that could go on, and still the command waits.
      const early = "sandtable: ended too early: a scenario or a notebook waits for what never comes";
      this.end(reportFailure(new ScenarioFailure(early), this.args));
    });
    this.end(await runCommand(this.args));
  },

  end(exitCode: number): void {
    this.isOver = true;
    // What went wrong with standard output is not made good by a command that is done.
    if (exitCode !== 0) process.exitCode = exitCode;
  },
};

await main.run();
