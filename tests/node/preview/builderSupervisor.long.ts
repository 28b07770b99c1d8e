// A page whose own code never comes back, or ends the thread, is told, and keeps nobody else from anything.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { BuildEvent } from "../../../src/node/preview/buildEvent.ts";
import { superviseBuilder } from "../../../src/node/preview/builderSupervisor.ts";
import { watchProject } from "../../../src/node/preview/watchProject.ts";
import { coinModel, temporaryProject } from "../temporaryProject.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const script = join(import.meta.dirname, "../../../src/cli/builderEntry.ts");
const telling = `import { load, md } from "#sandtable/notebook";\nconst run = await (await load("coins")).run();\nmd\`Won: \${run.answer}\`;\n`;
const looping = `${telling}for (;;);\n`;

/** A project with these notebooks that is followed; gives its folder and what is heard of a page next. */
async function followed(notebooks: Record<string, string>) {
  const { folder, remove } = temporaryProject();
  ends.push(remove);
  mkdirSync(join(folder, "notebooks"));
  for (const [name, text] of Object.entries(notebooks))
    writeFileSync(join(folder, "notebooks", `${name}.ts`), text);
  const heard: BuildEvent[] = [];
  const builder = superviseBuilder({
    script,
    folder,
    out: join(folder, "outputs"),
    first: undefined,
    debug: false,
    openPages: () => new Set(["coins/report.html"]),
    emit: (news) => heard.push(news),
    untilLoaded: async () => undefined,
    patienceMs: 4000,
  });
  const watching = await watchProject(folder, builder);
  ends.push(() => watching.close());
  const hears = async (page: string, kind: BuildEvent["kind"]): Promise<BuildEvent> => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const index = heard.findIndex((news) => news.page === page && news.kind === kind);
      if (index >= 0) return heard.splice(0, index + 1).at(-1)!;
      if (Date.now() > deadline) throw new Error(`${page} was not ${kind}; heard ${JSON.stringify(heard)}`);
      await sleep(5);
    }
  };
  return { folder, hears };
}

test("a notebook that loops for ever is told; other pages are made, and so is it once it is mended", {
  timeout: 60_000,
}, async () => {
  const { folder, hears } = await followed({ a: looping, b: telling });
  expect(await hears("notebooks/a.html", "failed")).toMatchObject({
    message: expect.stringMatching(/^notebooks\/a\.ts: does not come back, .* a loop without an end\?/),
  });
  await hears("notebooks/b.html", "made");
  writeFileSync(join(folder, "notebooks", "a.ts"), telling);
  await hears("notebooks/a.html", "made");
});

test("a scenario that loops for ever while it is read is told, and its mending is followed soon", {
  timeout: 60_000,
}, async () => {
  const { folder, hears } = await followed({});
  await hears("coins/report.html", "made");
  const model = join(folder, "scenarios", "coins.ts");
  writeFileSync(model, `${coinModel}\nfor (;;);\n`);
  await sleep(1000);
  writeFileSync(model, coinModel);
  expect(await hears("coins/report.html", "failed")).toMatchObject({
    // Sooner than it would have been given up without the edit.
    message: expect.stringMatching(/^scenarios\/coins\.ts: does not come back, .* after 2 s/),
  });
  await hears("coins/report.html", "made");
});
