// Right answers by hand: each kind of failure has its exit code and its words.
import { CommanderError } from "commander";
import { expect, test } from "vitest";
import { BadInput } from "../../src/assumptions/problems.ts";
import { failureOf } from "../../src/cli/describeFailure.ts";
import { ScenarioFailure } from "../../src/simulation/scenarioFailure.ts";

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), {
    code,
    syscall: "open",
    ...(path && { path }),
  });
}

test("bad input is 2, with each problem once in a line of its own", () => {
  const problem = { path: "--trials", message: "is 0" };
  const failure = failureOf(new BadInput([problem, { path: "--seed", message: "is empty" }, problem]));
  expect(failure).toEqual({ exitCode: 2, message: "--trials: is 0\n--seed: is empty" });
});

test("a failed scenario is 3, in its own words", () => {
  expect(failureOf(new ScenarioFailure("payments: trial 7 gave NaN"))).toEqual({
    exitCode: 3,
    message: "payments: trial 7 gave NaN",
  });
});

test("the surroundings are 4: disk, rights, port, memory", () => {
  expect(failureOf(systemError("ENOSPC", "outputs/a"))).toEqual({
    exitCode: 4,
    message: "sandtable: outputs/a: the disk is full (ENOSPC)",
  });
  for (const code of ["EACCES", "EROFS", "EADDRINUSE", "EIO"])
    expect(failureOf(systemError(code)).exitCode).toBe(4);
  let memory: unknown;
  try {
    new Float64Array(2 ** 53 - 1);
  } catch (error) {
    memory = error;
  }
  // From a worker thread come the words alone.
  for (const error of [memory, new Error("Array buffer allocation failed"), systemError("ENOMEM")]) {
    const message = expect.stringMatching(
      /not enough memory .*fewer --trials, a shorter --horizon or fewer outputs/,
    );
    expect(failureOf(error)).toMatchObject({ exitCode: 4, message });
  }
});

test("a fault of the program is 1, and only --debug shows where it was", () => {
  const fault = new TypeError("cannot read x");
  expect(failureOf(fault)).toMatchObject({ exitCode: 1 });
  expect(failureOf(fault).message).not.toContain("describeFailure.test.ts");
  expect(failureOf(fault, { debug: true }).message).toContain("describeFailure.test.ts");
  // Node's own complaints have a code but no system call.
  expect(failureOf(Object.assign(new Error("x"), { code: "ERR_INVALID_ARG_TYPE" })).exitCode).toBe(1);
});

test("a misuse that commander has already told is 2, and help is 0", () => {
  expect(failureOf(new CommanderError(1, "commander.unknownOption", ""))).toEqual({
    exitCode: 2,
    message: "",
  });
  expect(failureOf(new CommanderError(0, "commander.helpDisplayed", ""))).toEqual({
    exitCode: 0,
    message: "",
  });
});
