// Beliefs in words: right answers, and a law.
import { expect, test } from "vitest";
import { formHelp } from "../../src/beliefs/beliefHelp.ts";
import { beliefWords } from "../../src/beliefs/beliefWords.ts";

test.each([
  ["pert(11k, 14k, 100k)", "soldiers", "11k to 100k soldiers, most likely 14k"],
  ["pert(-5, 0, 1.5M)", "", "-5 to 1.5M, most likely 0"],
  ["uniform(0%, 100%)", "", "0% to 100%, each as likely"],
  ["1% to 15%", "per month", "1% to 15% per month"],
  ["2000", "USD", "2000 USD"],
  ["up to 20k (typically 85%)", "rides", "up to 20k (typically 85%) rides"],
  [
    "mixture(35%: uniform(0%, 40%), 65%: uniform(50%, 100%))",
    "",
    "35 in 100: 0% to 40%, each as likely; 65 in 100: 50% to 100%, each as likely",
  ],
  ["mixture(90%: 11k, 10%: 15k to 100k)", "soldiers", "9 in 10: 11k soldiers; 1 in 10: 15k to 100k soldiers"],
  ["discrete(10%: 0, 90%: 5k)", "USD", "1 in 10: 0 USD; 9 in 10: 5k USD"],
  ["mixture(2: 1k, 1: 2k)", "USD", "mixture(2: 1k, 1: 2k) USD"],
  ["pert(min: 1, mode: 2, max: 3)", "", "pert(min: 1, mode: 2, max: 3)"],
])("%s in %j reads %s", (belief, unit, words) => {
  expect(beliefWords(belief, unit)).toBe(words);
});

test("every form of belief that has no words of its own stands as it is written (law)", () => {
  const plain = formHelp().filter(({ example }) => !/^(mixture|discrete)/.test(example));
  for (const { example } of plain) expect(beliefWords(example, "")).toBe(example);
});
