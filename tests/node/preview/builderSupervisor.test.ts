// A thread that does not come back is ended and told, and another goes on (right answers by hand, with threads that
// only speak; what real ones do is in keepFollower.long.ts).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { BuildEvent } from "../../../src/node/preview/buildEvent.ts";
import { superviseBuilder } from "../../../src/node/preview/builderSupervisor.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Keeps a follower whose thread begins with `does`, lives, and says which edits it hears; gives what is told. */
function kept(does: string) {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-follower-"));
  ends.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  const script = join(folder, "follower.ts");
  writeFileSync(
    script,
    `import { parentPort, workerData } from "node:worker_threads";
const { stuck } = workerData.start as { stuck: string[] };
const say = (message: object) => parentPort!.postMessage(message);
let edits = 0;
say({ kind: "alive", edits });
const begin = (page: string) => say({ kind: "userCode", userCodePage: { page, file: page + ".ts" } });
${does}
setInterval(() => say({ kind: "alive", edits }), 50);
parentPort!.on("message", ({ kind, changed }) => {
  if (kind !== "edited") return;
  edits++;
  say({ kind: "alive", edits });
  if (changed.includes("loop.ts")) {
    begin("loop");
    for (;;);
  }
  say({ kind: "event", event: { kind: "made", page: changed.join() } });
});
`,
  );
  const told: BuildEvent[] = [];
  const builder = superviseBuilder({
    script,
    folder,
    out: folder,
    first: undefined,
    debug: false,
    openPages: () => new Set(),
    emit: (news) => told.push(news),
    untilLoaded: async () => undefined,
    patienceMs: 700,
  });
  ends.push(() => builder.close());
  const hears = async (number: number) => {
    while (told.length < number) await sleep(5);
    return told.map(({ kind, page }) => `${page} ${kind}`);
  };
  return { builder, told, hears };
}

test("the page whose code ran last is told and left alone; the next thread hears of the next edit", async () => {
  const { builder, told, hears } = kept(`begin("a");
begin("b");
if (!stuck.includes("b")) for (;;);`);
  expect(await hears(1)).toEqual(["b failed"]);
  expect(told[0]).toMatchObject({
    message: expect.stringMatching(/^b\.ts: does not come back, and was ended after [1-9] s/),
  });
  builder.edited(new Set(["b.ts"]));
  expect(await hears(2)).toEqual(["b failed", "b.ts made"]);
});

test("an edit that the thread could not hear is heard by the next", async () => {
  const { builder, hears } = kept(`begin("a");
if (stuck.length === 0) for (;;);`);
  await sleep(300);
  builder.edited(new Set(["c.ts"]));
  expect(await hears(2)).toEqual(["a failed", "c.ts made"]);
});

test("an edit that was heard is not told again: the page that it made loop waits for the next", async () => {
  const { builder, hears } = kept("");
  builder.edited(new Set(["loop.ts"]));
  expect(await hears(1)).toEqual(["loop failed"]);
  await sleep(1500);
  expect(await hears(1)).toEqual(["loop failed"]);
  builder.edited(new Set(["c.ts"]));
  expect(await hears(2)).toEqual(["loop failed", "c.ts made"]);
});

test("a thread that ends before any page was begun waits for an edit, and is told as such", async () => {
  const { builder, told, hears } = kept(`throw new Error("no engine");`);
  expect(await hears(1)).toEqual(["index.html failed"]);
  expect(told[0]).toMatchObject({
    message: expect.stringContaining("ended the preview's thread: no engine"),
  });
  await sleep(300);
  expect(told.length).toBe(1);
  builder.edited(new Set(["a.ts"]));
  expect(await hears(2)).toEqual(["index.html failed", "index.html failed"]);
  await sleep(1000);
  expect(told.length).toBe(2);
});
