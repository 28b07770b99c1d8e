// `sandtable preview`: the outputs in a browser, made anew after every edit.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Command } from "commander";
import { ownFiles } from "#ownFiles";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { reportFile } from "../../node/output/writeReport.ts";
import { superviseBuilder } from "../../node/preview/builderSupervisor.ts";
import { startServer } from "../../node/preview/server.ts";
import { watchProject } from "../../node/preview/watchProject.ts";
import { chooseScenarios, findProject } from "../../node/project/project.ts";
import { defaultOut, outFolder, readWhole } from "../options.ts";
import { print, printError } from "../terminal.ts";

interface PreviewOptions {
  port?: string;
  out?: string;
  open?: true;
  debug?: true;
}

const defaultPort = 4640;
const highestPort = 65_535;

/** Registers `preview` with the program. */
export function register(command: Command): void {
  command
    .option("--port <n>", `where to serve (default: ${defaultPort}, or any other where that is taken)`)
    .option("--out <folder>", "where the outputs go", outFolder, defaultOut)
    .option("--open", "open it in the browser")
    .action(preview);
}

async function preview(scenario: string | undefined, options: PreviewOptions): Promise<void> {
  const { folder, first, port } = readOptions(scenario, options);
  const out = resolve(options.out ?? defaultOut);
  const server = await startServer({ out, port: port ?? defaultPort, orAnother: port === undefined });
  const page = first === undefined ? server.url : `${server.url}${first}/${reportFile}`;
  print(`${page}\nFollowing scenarios/ and notebooks/; Ctrl-C ends it.`);
  if (options.open) openBrowser(page);
  const builder = superviseBuilder({
    script: ownFiles.builder.path,
    folder,
    out,
    first,
    debug: options.debug === true,
    openPages: server.openPages,
    untilLoaded: server.untilLoaded,
    emit: (event) => {
      server.emit(event);
      if (event.kind === "failed") printError(event.message);
      if (event.kind === "made") {
        const parts = options.debug ? ` (${event.parts})` : "";
        print(`${clock()}  ${event.page}  ${(event.milliseconds / 1000).toFixed(1)} s${parts}`);
      }
    },
  });
  await watchProject(folder, builder);
}

function readOptions(scenario: string | undefined, { port }: PreviewOptions) {
  const problems: Problem[] = [];
  const project = findProject(process.cwd());
  const first = scenario === undefined ? undefined : chooseScenarios(project, [scenario], problems)[0]?.name;
  const wanted = port === undefined ? undefined : readWhole("--port", port, [1, highestPort], problems);
  if (problems.length > 0) throw new BadInput(problems);
  return { folder: project.folder, first, port: wanted };
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}

/** Asks the system to show an address; where it cannot, the printed one can be followed by hand. */
function openBrowser(url: string): void {
  const [program, ...options] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  const opening = spawn(program!, options, { stdio: "ignore", detached: true });
  opening.on("error", () => printError(`sandtable: no browser could be opened; the page is ${url}`));
  opening.unref();
}
