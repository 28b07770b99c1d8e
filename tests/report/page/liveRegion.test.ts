import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { liveRegion } from "../../../src/report/page/liveRegion.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("right answer: a temporary message goes after some seconds, and not sooner when it is announced again", () => {
  const element = { textContent: "" };
  const announce = liveRegion(element);
  announce("Copied.", true);
  vi.advanceTimersByTime(3000);
  announce("Copied.", true);
  vi.advanceTimersByTime(3000);
  expect(element.textContent).toBe("Copied.");
  vi.advanceTimersByTime(3000);
  expect(element.textContent).toBe("");
});

test("right answer: what is to be acted upon stays until another message", () => {
  const element = { textContent: "" };
  const announce = liveRegion(element);
  announce("Copied.", true);
  announce("The browser did not copy it.", false);
  vi.advanceTimersByTime(60_000);
  expect(element.textContent).toBe("The browser did not copy it.");
});
