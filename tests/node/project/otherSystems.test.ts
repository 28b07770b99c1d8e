// Right answers for systems that these tests do not run on: paths, places in stacks, files that are held open.
import { describe, expect, test } from "vitest";
import { renameOver } from "../../../src/node/output/renameOver.ts";
import { framePlace } from "../../../src/node/project/framePlace.ts";
import { toPosix, towards } from "../../../src/node/project/posix.ts";

test("a path of Windows is stored with forward slashes; where / separates, \\ is a sign of a name", () => {
  expect(toPosix("scenarios\\data\\losses.csv", "\\")).toBe("scenarios/data/losses.csv");
  expect(toPosix("a\\b/c.csv", "/")).toBe("a\\b/c.csv");
  expect(towards("/project", "/project/scenarios/coins.ts")).toBe("scenarios/coins.ts");
});

describe("the place of what a scenario has thrown", () => {
  test.each([
    [
      "    at trial (/home/ann/my project/scenarios/coins.ts:14:3)",
      "/home/ann/my project/scenarios/coins.ts",
    ],
    [
      "    at trial (C:\\Users\\Ann\\my project\\scenarios\\coins.ts:14:3)",
      "C:\\Users\\Ann\\my project\\scenarios\\coins.ts",
    ],
    ["    at D:/ada/scenarios/coins.ts:14:3", "D:/ada/scenarios/coins.ts"],
    ["    at Object.trial (file:///home/ann/scenarios/coins.ts:14:3)", "/home/ann/scenarios/coins.ts"],
  ])("is found in %s", (frame, file) => {
    expect(framePlace(`Error: no coins\n    at draw (node:internal/x:1:1)\n${frame}`)).toEqual({
      file,
      line: 14,
      column: 3,
    });
  });

  test("is found in file:///C:/…", () => {
    const place = framePlace("Error\n    at trial (file:///C:/ada/my%20project/scenarios/coins.ts:14:3)");
    expect(place).toMatchObject({ line: 14, column: 3 });
    expect(place!.file.replaceAll("\\", "/")).toMatch(/C:\/ada\/my project\/scenarios\/coins\.ts$/);
  });

  test("is none where the kit has thrown", () => {
    expect(framePlace("Error\n    at run (/kit/src/simulation/run.ts:14:3)")).toBeUndefined();
  });
});

describe("a rename over a file", () => {
  const failing = (times: number, code: string) => {
    let tries = 0;
    const rename = () => {
      if (tries++ < times) throw Object.assign(new Error(code), { code });
    };
    return { rename, tries: () => tries };
  };

  test("that is held open is tried again until it is free", () => {
    const { rename, tries } = failing(3, "EBUSY");
    const waits: number[] = [];
    renameOver("a", "b", { rename, isTriedAgain: true, wait: (ms) => waits.push(ms) });
    expect(tries()).toBe(4);
    expect(waits).toEqual([10, 20, 40]);
  });

  test("that stays open fails as it did, and not before a second has been waited", () => {
    let waited = 0;
    const wait = (ms: number) => {
      waited += ms;
    };
    const { rename } = failing(100, "EPERM");
    expect(() => renameOver("a", "b", { rename, isTriedAgain: true, wait })).toThrow("EPERM");
    expect(waited).toBeGreaterThan(1000);
  });

  test.each([
    ["a full disk", "ENOSPC", true],
    ["a folder closed to us, where open files are no hindrance", "EACCES", false],
  ])("fails at once for %s", (_, code, isTriedAgain) => {
    const { rename, tries } = failing(1, code);
    expect(() => renameOver("a", "b", { rename, isTriedAgain, wait: () => undefined })).toThrow(code);
    expect(tries()).toBe(1);
  });
});
