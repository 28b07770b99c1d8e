// The command line as a process. What there is once in a process is kept here alone: its hooks, and its exit code,
// by which it ends, having printed why it failed.
import { closeSync } from "node:fs";
import { lateFailure, placedHere } from "../node/project/scenarioStack.ts";
import { Session } from "../node/project/session.ts";
import { userCode, userScripts } from "../node/project/userCode.ts";
import { blockProcessExit, isInterruption } from "../node/workers/blockProcessExit.ts";
import { filledWords, HeapFull } from "../node/workers/heapFull.ts";
import { startWatchdog } from "../node/workers/watchdog.ts";
import { ScenarioFailure } from "../simulation/scenarioFailure.ts";
import { reportFailure, runCommand } from "./runCommand.ts";
import { isOutputClosed, printError, survivePipes } from "./terminal.ts";

const main = {
  args: process.argv.slice(2),
  isOver: false,
  session: new Session(),

  async run(): Promise<void> {
    survivePipes();
    const exit = blockProcessExit();
    const watch = this.session.get(userCode);
    const scripts = () => this.session.get(userScripts).values();
    const endHere = (failure: Error): never => {
      this.end(reportFailure(placedHere(failure, scripts()), this.args));
      // The inspector would say there that it waits for its end.
      closeSync(process.stderr.fd);
      return exit();
    };
    watch.onFirstUse = () =>
      startWatchdog(watch, {
        onStall: () => endHere(watch.abandoned()),
        onFullHeap: (limit) =>
          endHere(new HeapFull(limit, watch.isRunning() ? watch.abandoned(filledWords) : undefined)),
      });
    process.once("uncaughtException", (error) => {
      this.end(reportFailure(lateFailure(error, scripts()) ?? error, this.args));
      exit();
    });
    process.once("exit", (code) => {
      if (this.isOver || isInterruption(code)) return;
      // Nothing is left that could go on, and still the command waits.
      const never = "waits for what never comes";
      const early = `sandtable: ended too early: a scenario or a notebook ${never}`;
      const failure = watch.isRunning() ? watch.abandoned(never) : new ScenarioFailure(early);
      this.end(reportFailure(failure, this.args));
    });
    if (this.args.includes("--json") && isOutputClosed()) {
      printError(
        "sandtable: standard output is closed, and --json has nowhere to go; > /dev/null throws it away",
      );
      return this.end(4);
    }
    this.end(await runCommand(this.args, this.session));
  },

  end(exitCode: number): void {
    this.isOver = true;
    // What went wrong with standard output is not made good by a command that is done.
    if (exitCode !== 0) process.exitCode = exitCode;
  },
};

await main.run();
