// A process that does not return is replaced and reported (right answers by hand, with processes that only send messages;
// real ones are in builderSupervisor.long.ts).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, type TestContext, test } from "vitest";
import type { BuildEvent } from "../../../src/node/preview/buildEvent.ts";
import { superviseBuilder } from "../../../src/node/preview/builderSupervisor.ts";

const patienceMs = 700;

/** Supervises a process that begins with `does`, and sends that it is alive and which edits it receives. */
function supervised(does: string, { onTestFinished }: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-builder-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  const script = join(folder, "builder.ts");
  writeFileSync(
    script,
    `const say = (message: object) => process.send!(message);
let edits = 0;
const beat = () => say({ kind: "alive", edits, isIdle: false, memory: 100 });
const begin = (page: string) => say({ kind: "userCode", userCodePage: { page, file: page + ".ts" } });
const start = ({ pages }: { pages: Map<string, string> }) => {
  beat();
${does}
  setInterval(beat, 50);
};
process.on("message", ({ kind, changed, start: started }: any) => {
  if (kind === "start") start(started);
  if (kind !== "edited") return;
  edits++;
  beat();
  if (changed.includes("loop.ts")) {
    begin("loop");
    for (;;);
  }
  say({ kind: "event", event: { kind: "made", page: changed.join() } });
});
`,
  );
  const events: BuildEvent[] = [];
  const builder = superviseBuilder({
    script,
    folder,
    out: folder,
    first: undefined,
    debug: false,
    openPages: () => new Set(),
    emit: (event) => events.push(event),
    untilLoaded: async () => undefined,
    patienceMs,
  });
  onTestFinished(() => builder.close());
  const emitted = async (number: number) => {
    while (events.length < number) await sleep(5);
    return events.map(({ kind, page }) => `${page} ${kind}`);
  };
  return { builder, events, emitted };
}

test.concurrent("the page whose code ran last is reported and left alone; the next process receives the next edit", async (context) => {
  const { builder, events, emitted } = supervised(
    `begin("a");
begin("b");
if (pages.get("b") !== "stuck") for (;;);`,
    context,
  );
  expect(await emitted(1)).toEqual(["b failed"]);
  expect(events[0]).toMatchObject({
    message: expect.stringMatching(/^b\.ts: does not come back, and was ended after [1-9] s/),
  });
  builder.edited(new Set(["b.ts"]));
  expect(await emitted(2)).toEqual(["b failed", "b.ts made"]);
});

test.concurrent("an edit that the process could not receive is sent to the next", async (context) => {
  const { builder, emitted } = supervised(
    `begin("a");
if (pages.size === 0) for (;;);`,
    context,
  );
  await sleep(600);
  builder.edited(new Set(["c.ts"]));
  expect(await emitted(2)).toEqual(["a failed", "c.ts made"]);
});

test.concurrent("an edit that was received is not sent again: the page that loops since then waits for the next", async (context) => {
  const { builder, emitted } = supervised("", context);
  builder.edited(new Set(["loop.ts"]));
  expect(await emitted(1)).toEqual(["loop failed"]);
  await sleep(2 * patienceMs);
  expect(await emitted(1)).toEqual(["loop failed"]);
  builder.edited(new Set(["c.ts"]));
  expect(await emitted(2)).toEqual(["loop failed", "c.ts made"]);
});

test.concurrent("a process that ends before any page was begun waits for an edit, and is reported as such", async (context) => {
  const { builder, events, emitted } = supervised(`process.exit(9);`, context);
  expect(await emitted(1)).toEqual(["index.html failed"]);
  expect(events[0]).toMatchObject({
    message: expect.stringContaining("ended the preview's builder (exit code 9)"),
  });
  await sleep(300);
  expect(events.length).toBe(1);
  builder.edited(new Set(["a.ts"]));
  expect(await emitted(2)).toEqual(["index.html failed", "index.html failed"]);
  await sleep(patienceMs);
  expect(events.length).toBe(2);
});
