// Laws of the watch: code of the user counts as stalled when it has run for its limit without a sign, and only then.
import { expect, test } from "vitest";
import { StallDetector, stallCheckMs, UserCodeWatch } from "../../src/simulation/userCodeWatch.ts";

const neverAsked = () => new Error("asked");

/** Asks a detector every `stallCheckMs`, from one time to another; the time at which it first tells of a stall. */
function stalledAt(watch: UserCodeWatch, until: number, act: (now: number) => void = () => undefined) {
  const detector = new StallDetector(watch.cells, 0);
  for (let now = stallCheckMs; now <= until; now += stallCheckMs) {
    act(now);
    if (detector.check(now)) return now;
  }
  return undefined;
}

test("code without a sign of life is stalled after its limit, of ten seconds unless it has another", () => {
  const watch = new UserCodeWatch();
  watch.enter(neverAsked);
  // The first check sees where it stands, the next how long it has stood there.
  expect(stalledAt(watch, 60_000)).toBe(10_000 + stallCheckMs);
  watch.limitMs = 60_000;
  expect(stalledAt(watch, 90_000)).toBe(60_000 + stallCheckMs);
});

test("a thread that runs no code of the user is never stalled", () => {
  const watch = new UserCodeWatch();
  watch.leave(watch.enter(neverAsked));
  expect(stalledAt(watch, 60_000)).toBeUndefined();
});

test("each new trial and each sign of life begins the time anew", () => {
  const watch = new UserCodeWatch();
  watch.enter(neverAsked);
  expect(stalledAt(watch, 60_000, () => watch.sign())).toBeUndefined();
});

test("a pause of the whole machine counts as one check", () => {
  const watch = new UserCodeWatch();
  watch.enter(neverAsked);
  const detector = new StallDetector(watch.cells, 0);
  const pause = 3_600_000;
  detector.check(stallCheckMs);
  expect(detector.check(pause)).toBe(false);
  expect(detector.check(pause + stallCheckMs)).toBe(false);
});

test("what runs inside other code is what has not come back, and then the other again", () => {
  const watch = new UserCodeWatch();
  const words = (what: string) => (did: string) => new Error(`${what} ${did}`);
  watch.enter(words("the notebook"));
  watch.run(words("the trial"), () => {
    expect(watch.abandoned().message).toBe("the trial has not come back in 10 s");
  });
  expect(watch.abandoned().message).toBe("the notebook has not come back in 10 s");
});
