// What the runs of one command share: findings that are asked for again, and what scenarios upstream gave.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoadedScenario, loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { chooseScenarios, findProject } from "../../../src/node/project/project.ts";
import { KnownRuns } from "../../../src/node/workers/knownRuns.ts";
import { runLoaded } from "../../../src/node/workers/runLoaded.ts";
import { SharedUpstream } from "../../../src/node/workers/sharedUpstream.ts";
import { worldFiles } from "../project/worldFiles.ts";
import { temporaryProject } from "../temporaryProject.ts";

let folder: string;
let remove: () => void;
beforeAll(() => {
  ({ folder, remove } = temporaryProject(worldFiles));
});
afterAll(() => remove());

async function load(set: string[] = []): Promise<LoadedScenario> {
  const project = findProject(folder);
  const chosen = chooseScenarios(project, ["market"], []);
  const [loaded] = await loadScenarios(project, chosen, { claims: new Map(), overrides: { set } });
  return loaded!;
}

describe("what scenarios upstream gave", () => {
  test("leaves the findings of later runs as they are alone (law)", async () => {
    const alone = await runLoaded(await load(), { workers: 1 });
    const sharedUpstream = new SharedUpstream();
    const played: number[] = [];
    for (const _ of [1, 2]) {
      const loaded = await load();
      const field = loaded.scenario.upstreams!.field!;
      let trials = 0;
      const counted = {
        ...field,
        trial: (...given: Parameters<typeof field.trial>) => {
          trials++;
          field.trial(...given);
        },
      };
      const scenario = { ...loaded.scenario, upstreams: { ...loaded.scenario.upstreams, field: counted } };
      const run = await runLoaded({ ...loaded, scenario }, { workers: 1, sharedUpstream });
      expect(run.findings).toEqual(alone.findings);
      played.push(trials);
    }
    // The second run plays nothing upstream.
    expect(played[0]).toBeGreaterThan(1024);
    expect(played[1]).toBe(0);
  });

  test("lacks what nobody has taken yet: that is played, and what is there stays", async () => {
    const { upstreams, config } = await load();
    const memory = new SharedUpstream().memoryFor(upstreams!, config);
    const [one, other] = [new Float64Array(3), new Float64Array(3)];
    memory.keep("field", { one });
    memory.keep("field", { one, other });
    expect(memory.get("field")).toEqual({ one, other });
    expect(memory.get("field")!.one).toBe(one);
  });

  test("is forgotten where a file upstream was written anew", async () => {
    const { upstreams, config } = await load();
    const shared = new SharedUpstream();
    shared.memoryFor(upstreams!, config).keep("field", { one: new Float64Array(3) });
    expect(shared.memoryFor(upstreams!, config).get("field")).toBeDefined();
    expect(shared.memoryFor(upstreams!, { ...config, seed: "another" }).get("field")).toBeUndefined();
    const written = upstreams!.map((one) => ({ ...one, script: `${one.script}\n` }));
    expect(shared.memoryFor(written, config).get("field")).toBeUndefined();
  });

  test("is bounded: what was kept first goes first", async () => {
    const { upstreams, config } = await load();
    const memory = new SharedUpstream().memoryFor(upstreams!, config);
    const large = () => ({ one: new Float64Array(10 * 2 ** 20) });
    for (const key of ["a", "b", "c"]) memory.keep(key, large());
    expect(["a", "b", "c"].map((key) => memory.get(key) !== undefined)).toEqual([false, true, true]);
  });
});

describe("findings that are known", () => {
  test("are those of the same code, beliefs and settings; with influences they serve who asks for fewer", async () => {
    const known = new KnownRuns();
    const loaded = await load();
    const { findings } = await runLoaded(loaded, { workers: 1 });
    known.keep(loaded, true, findings);
    // Loaded anew it is another object.
    const again = await load();
    expect(known.get(again, true)).toBe(findings);
    expect(known.get(again, false)).toBe(findings);
    const others = [
      await load(["weather=0.5"]),
      { ...again, config: { ...again.config, trials: 2048 } },
      { ...again, script: `${again.script}\n` },
      { ...again, upstreams: again.upstreams!.map((one) => ({ ...one, script: `${one.script}\n` })) },
    ];
    expect(others.map((one) => known.get(one, false))).toEqual(others.map(() => undefined));
  });

  test("without influences do not serve who asks for them", async () => {
    const known = new KnownRuns();
    const loaded = await load();
    const { findings } = await runLoaded(loaded, { workers: 1 }, { influences: false });
    known.keep(loaded, false, findings);
    expect(known.get(loaded, true)).toBeUndefined();
    expect(known.get(loaded, false)).toBe(findings);
  });
});
