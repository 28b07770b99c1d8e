import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announce } from "../../../src/report/page/liveRegion.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("right answer: what is said in passing goes after some seconds, and not sooner when it is said again", () => {
  const element = { textContent: "" };
  const say = announce(element);
  say("Copied.", true);
  vi.advanceTimersByTime(3000);
  say("Copied.", true);
  vi.advanceTimersByTime(3000);
  expect(element.textContent).toBe("Copied.");
  vi.advanceTimersByTime(3000);
  expect(element.textContent).toBe("");
});

test("right answer: what is to be acted upon stays until something else is said", () => {
  const element = { textContent: "" };
  const say = announce(element);
  say("Copied.", true);
  say("The browser did not copy it.", false);
  vi.advanceTimersByTime(60_000);
  expect(element.textContent).toBe("The browser did not copy it.");
});
