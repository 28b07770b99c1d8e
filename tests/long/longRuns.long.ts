// Laws of long runs: how they end, who works at them, and how far they go.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ended, start } from "../cli/sandtable.ts";
import { coinConfig, coinModel, temporaryProject } from "../node/temporaryProject.ts";

const patience = { timeout: 60_000 };
const guessed = coinConfig.replace("claims: [prize]", "why: A guess");
const project = temporaryProject({
  "coins.ts": coinModel,
  "coins.yaml": guessed,
  // Exact in the mean, but for the rounding of 64-bit numbers; rare in its event.
  "tails.ts": coinModel.replace("won === 0", "won === 0 && random.uniform() < 0.01"),
  "tails.yaml": guessed,
  "dying.ts": coinModel.replace("let won = 0;", "let won = 0;\n    (globalThis as any).process.exit(0);"),
  "dying.yaml": guessed,
});
const { folder } = project;
afterAll(() => project.remove());
const run = (...words: string[]) => ended(start(folder, "run", ...words));

describe.concurrent("--until", patience, () => {
  test("doubles the trials until every figure is as sure as wished, and says what it took", async () => {
    const out = join(folder, "until");
    const { code, stdout } = await run(
      "coins",
      "--until",
      "won 0.5%",
      "--until",
      "nothing=3 %",
      "--out",
      out,
    );
    expect(code).toBe(0);
    const [, count] = /It took ([\d,]+) trials:/.exec(stdout)!;
    const trials = Number(count!.replaceAll(",", ""));
    expect(Math.log2(trials / 1024) % 1).toBe(0);
    expect(stdout).toContain("won is within 0.5 %");
    expect(stdout).toContain("nothing is within 3 %");
    const summary = JSON.parse(readFileSync(join(out, "coins", "summary.json"), "utf8"));
    expect(summary.trials).toBe(trials);
    for (const { outputs } of Object.values<{ outputs: Record<string, Record<string, unknown>> }>(
      summary.variants,
    )) {
      for (const [output, figures, relative] of [
        ["won", ["mean", "p5", "p50", "p95"], 0.005],
        ["nothing", ["probability"], 0.03],
      ] as const) {
        for (const figure of figures) {
          const { value, error } = outputs[output]![figure] as { value: number; error: number };
          expect(error, `${output} ${figure}`).toBeLessThanOrEqual(relative * Math.abs(value));
        }
      }
    }
    const manifest = JSON.parse(readFileSync(join(out, "coins", "run.json"), "utf8"));
    expect(manifest.until).toMatchObject({ met: true, goals: [{ output: "won" }, { output: "nothing" }] });
  });

  test("--max-trials bounds it, and the run says that it was not reached", async () => {
    const { code, stdout } = await run(
      "tails",
      "--until",
      "0.1%",
      "--max-trials",
      "5000",
      "--out",
      join(folder, "most"),
    );
    expect(code).toBe(0);
    expect(stdout).toContain("Not reached with the 4,864 trials that were allowed:");
    expect(stdout).toContain("nothing is not within 0.1 %");
  });

  test("is refused with every reason", async () => {
    const words = [
      "--until",
      "0%",
      "--until",
      "wan 1%",
      "--until",
      "won",
      "--until",
      "won 100%",
      "--max-trials",
      "1",
    ];
    const { code, stderr } = await run("coins", ...words);
    expect(stderr.trim().split("\n")).toEqual([
      '--max-trials: is "1", a whole number from 256 to 2147483648 is wanted',
      '--until "0%": a relative error above 0 % and below 100 % is wanted (as in "totalPaid 1%" or "1%")',
      '--until "wan 1%": coins has no output "wan" (did you mean "won"?)',
      '--until "won": a relative error above 0 % and below 100 % is wanted (as in "totalPaid 1%" or "1%")',
      '--until "won 100%": a relative error above 0 % and below 100 % is wanted (as in "totalPaid 1%" or "1%")',
    ]);
    expect(code).toBe(2);
  });
});

describe.concurrent("more trials than are kept", patience, () => {
  test("give the same bytes with one worker and with two, and the summary says how they were counted", async () => {
    const words = ["coins", "--trials", "1100000", "--variant", "poor", "--json"];
    const [one, two] = await Promise.all(["1", "2"].map((workers) => run(...words, "--workers", workers)));
    expect(one!.code).toBe(0);
    expect(two!.stdout).toBe(one!.stdout);
    const { trials, method, variants, comparisons } = JSON.parse(one!.stdout);
    expect(trials).toBe(1_114_112);
    expect(method).toMatchObject({ quantiles: "sketch", crossings: { trials: 65_536 } });
    expect(method.surelyWithinErrors).toBe(4);
    // Right answers by hand: three throws give nothing in an eighth of the cases; a prize of one gives 1.5 on average.
    const { value, error } = variants.base.outputs.nothing.probability;
    expect(Math.abs(value - 1 / 8)).toBeLessThan(5 * error);
    const { mean } = variants.poor.outputs.won;
    expect(Math.abs(mean.value - 1.5)).toBeLessThan(5 * mean.error);
    expect(variants.poor.outputs.won.p95.value).toBe(3);
    const { difference } = comparisons.poor.outputs.won;
    const [base, poor] = [variants.base.outputs.won.mean.value, variants.poor.outputs.won.mean.value];
    expect(difference.mean.value).toBeCloseTo(poor - base, 9);
  });
});

describe.concurrent("the end of a run", patience, () => {
  test("a worker that dies is told, and is a failure of the surroundings", async () => {
    const { code, stdout, stderr } = await run("dying", "--workers", "2");
    expect(stderr).toMatch(/a worker thread ended before its work was done/);
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(existsSync(join(folder, "outputs", "dying"))).toBe(false);
  });

  test.each(["1", "2"])("an interruption ends %s worker(s) within a second", async (workers) => {
    const child = start(folder, "run", "coins", "--trials", "200000000", "--workers", workers);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const interrupted = performance.now();
    child.kill("SIGINT");
    const { code, signal, stdout } = await ended(child);
    expect(performance.now() - interrupted).toBeLessThan(1000);
    // A shell tells both as 130.
    expect(code === 130 || signal === "SIGINT").toBe(true);
    expect(stdout).toBe("");
  });
});

test("trials.parquet holds every trial of every variant", patience, async () => {
  const out = join(folder, "table");
  expect(await run("coins", "--out", out, "--quiet")).toMatchObject({ code: 0, stderr: "" });
  const file = join(out, "coins", "trials.parquet");
  // Right answer: 3 variants of 1,024 trials; text, whole number, two decimals, and a bit.
  expect(statSync(file).size).toBeGreaterThan(3 * 1024 * 8);
  expect(statSync(file).size).toBeLessThan(3 * 1024 * (8 + 4 + 8 + 8 + 1) + 4096);
  const manifest = JSON.parse(readFileSync(join(out, "coins", "run.json"), "utf8"));
  expect(Object.keys(manifest.files)).toContain("trials.parquet");
});
