import { describe, expect, test } from "vitest";
import { defineScenario, event, eventSeries, scalar, series } from "../../src/index.ts";
import { allocateOutputs, stepOf } from "../../src/simulation/columns.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { createTrialRunner } from "../../src/simulation/trialRunner.ts";

const walk = defineScenario({
  title: "A walk",
  question: "Where does it end?",
  answer: "At {end}.",
  headline: ["end"],
  step: "month",
  inputs: { start: "1", pace: "1" },
  outputs: {
    place: series("1", "Place"),
    ahead: eventSeries("Ahead of the start"),
    end: scalar("1", "End"),
    firstAhead: scalar("months", "First month ahead", { mayNotHappen: true }),
    won: event("Ended ahead"),
  },
  trial({ start, pace }, out, { steps, random }) {
    const wind = random.stream("wind");
    let place = start;
    let firstAhead = Number.NaN;
    for (let step = 0; step < steps; step++) {
      place += pace + wind.normal();
      out.place[step] = place;
      out.ahead[step] = place > start ? 1 : 0;
      if (place > start && Number.isNaN(firstAhead)) firstAhead = step + 1;
    }
    out.end = place;
    out.firstAhead = firstAhead;
    out.won = place > start;
  },
});

function play(scenario: Scenario, { trials = 512, blocks = [512], steps = 12, seed = "seed" } = {}) {
  const inputs = Object.fromEntries(
    Object.keys(scenario.inputs).map((name, k) => [
      name,
      Float64Array.from({ length: trials }, (_, t) => k + t / trials),
    ]),
  );
  const outputs = allocateOutputs(scenario.outputs, steps, trials);
  const runTrials = createTrialRunner("walk", scenario, { steps }, seed);
  let first = 0;
  for (const count of blocks) {
    runTrials({ variant: "base", inputs, outputs, stride: trials, first, offset: first, count });
    first += count;
  }
  return outputs;
}

/** The walk with one output changed by what a test wants to see refused. */
function broken(change: (out: Record<string, unknown>, trial: { steps: number }) => void): Scenario {
  return {
    ...walk,
    trial: (inputs, out, context) => {
      walk.trial(inputs, out, context);
      change(out, context);
    },
  };
}

describe("playing trials", () => {
  test("lays a series out step by step: the last step is the end (law)", () => {
    const outputs = play(walk);
    expect(stepOf(outputs.place!, 11, 512)).toEqual(outputs.end);
    expect(outputs.won).toEqual(stepOf(outputs.ahead!, 11, 512));
  });

  test("gives the same numbers in any blocks (law)", () => {
    expect(play(walk, { blocks: [64, 16, 432] })).toEqual(play(walk));
  });

  test("meets the same random numbers in a longer run (law)", () => {
    const short = play(walk, { steps: 6 });
    const long = play(walk, { steps: 12 });
    expect(stepOf(long.place!, 5, 512)).toEqual(stepOf(short.place!, 5, 512));
  });

  test("meets other random numbers with another seed (law)", () => {
    expect(play(walk, { seed: "other" }).end).not.toEqual(play(walk).end);
  });

  test("keeps nothing that a trial left behind: unwritten outputs stop the run", () => {
    const forgetful = {
      ...walk,
      trial(...[inputs, out, context]: Parameters<Scenario["trial"]>) {
        const { won } = { won: out.won };
        walk.trial(inputs, out, context);
        if (Number(inputs.start) > 0.5) out.won = won!;
      },
    } as Scenario;
    expect(() => play(forgetful)).toThrow(
      /^walk, variant base: trial 257 left "won" unwritten \(start=0\.501953125, pace=1\.501953125\)$/,
    );
  });

  test("stops at a step that was not written, and names it", () => {
    const short = {
      ...walk,
      trial: (inputs, out, context) => walk.trial(inputs, out, { ...context, steps: 11 }),
    } as Scenario;
    expect(() => play(short)).toThrow(
      'walk, variant base: trial 0 left "place" unwritten at step 12 (start=0, pace=1)',
    );
  });

  test.each<[string, (out: Record<string, unknown>) => void, string]>([
    ["NaN in a scalar", (out) => (out.end = Number.NaN), 'trial 0 gave NaN for "end" (start=0, pace=1)'],
    ["Infinity in a scalar", (out) => (out.end = Infinity), 'trial 0 gave Infinity for "end"'],
    [
      "Infinity where NaN is allowed",
      (out) => (out.firstAhead = -Infinity),
      'gave -Infinity for "firstAhead"',
    ],
    ["half an event", (out) => (out.won = 0.5), 'gave 0.5 for "won"'],
    [
      "NaN in a series",
      (out) => ((out.place as Float64Array)[3] = Number.NaN),
      'gave NaN for "place" at step 4',
    ],
    ["an event of 2", (out) => ((out.ahead as Float64Array)[0] = 2), 'gave 2 for "ahead" at step 1'],
  ])("%s stops the run", (_, change, message) => {
    expect(() => play(broken(change))).toThrow(message);
  });

  test("a misspelt output is named with the one that was meant", () => {
    const misspelt = broken((out) => {
      out.plaec = 1;
    });
    expect(() => play(misspelt)).toThrow(
      'trial 0 wrote "plaec", which is no output of the scenario; did you mean "place"?',
    );
  });

  test("a misspelt input or series is told by name, and the failure leads to its line", () => {
    const misspelt = (trial: (inputs: Record<string, number>, out: Record<string, number[]>) => void) => () =>
      play({ ...walk, trial: trial as unknown as Scenario["trial"] });
    const readsInput = misspelt((inputs, out) => {
      out.end = (inputs.strat! * 2) as unknown as number[];
    });
    expect(readsInput).toThrow(
      'trial 0 reads "strat", which is no input of the scenario; did you mean "start"?',
    );
    const writesSeries = misspelt((_, out) => {
      out.plce![0] = 1;
    });
    expect(writesSeries).toThrow(
      'trial 0 reads "plce", which is no output of the scenario; did you mean "place"?',
    );
    try {
      writesSeries();
    } catch (error) {
      expect(((error as Error).cause as Error).stack).toMatch(/trialRunner\.test\.ts/);
    }
  });

  test("what a trial throws is told with its inputs", () => {
    const throwing = broken(() => {
      throw new Error("no such month");
    });
    expect(() => play(throwing)).toThrow(
      "walk, variant base: trial 0 stopped: no such month (start=0, pace=1)",
    );
  });
});

test("no trial can change the lengths and dates of the steps for those after it", () => {
  const changing = broken((_, context) => {
    (context as unknown as { days: number[] }).days[0] = 0;
  });
  expect(() => play(changing)).toThrow(/trial 0 stopped: Cannot assign to read only property/);
});
