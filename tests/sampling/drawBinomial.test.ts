// Binomial noise: right answers from its probabilities, laws of its draws, and frozen numbers of a seed.
import { describe, expect, test } from "vitest";
import { drawBinomial } from "../../src/sampling/noise/drawBinomial.ts";
import { Sfc32 } from "../../src/sampling/sfc32.ts";

/** A source whose first two numbers are given; what rejection would take next ends the draw. */
function given(uniform: number, decision = 0.5): Sfc32 {
  const source = {
    uniform: () => uniform,
    decision: () => decision,
    spare: () => {
      throw new RangeError("rejected");
    },
  };
  return source as unknown as Sfc32;
}

/** The probabilities of 0 to n successes, each from the one before it. */
function probabilitiesOf(n: number, probability: number): number[] {
  const terms = [(1 - probability) ** n];
  for (let k = 1; k <= n; k++)
    terms.push((terms[k - 1]! * (n - k + 1) * probability) / (k * (1 - probability)));
  return terms;
}

function seeded(seed: number): Sfc32 {
  const source = new Sfc32();
  source.start(seed, 2, 3);
  return source;
}

describe("where few are expected, the draw is the quantile of its uniform", () => {
  test.each([
    [1, 0.3],
    [10, 0.5],
    [30, 0.05],
    [30, 0.3],
    [12, 0.75],
  ])("of %s with %s (right answer: probabilities added up)", (n, probability) => {
    let below = 0;
    for (const [k, term] of probabilitiesOf(n, probability).entries()) {
      if (term < 1e-9) break;
      // Above 1/2 what fails is drawn, so that the same uniform gives the same quantile.
      expect(drawBinomial(given(below + term * 0.001), n, probability)).toBe(k);
      expect(drawBinomial(given(below + term * 0.5), n, probability)).toBe(k);
      expect(drawBinomial(given(below + term * 0.999), n, probability)).toBe(k);
      below += term;
    }
  });

  test("ends where all probability is added up (right answer)", () => {
    const last = 1 - 2 ** -53;
    expect(drawBinomial(given(last), 5, 0.5)).toBe(5);
    expect(drawBinomial(given(last), 1e9, 0)).toBe(0);
    // Of a mean of 5 one in 1e16 is more than 30: not the billion that there are.
    const most = drawBinomial(given(last), 1e9, 5e-9);
    expect(most).toBeGreaterThan(25);
    expect(most).toBeLessThan(60);
    expect(drawBinomial(given(2 ** -60), 1e9, 5e-9)).toBe(0);
  });
});

test("none of none, none of the impossible, all of the certain (right answer)", () => {
  for (const uniform of [0.001, 0.5, 0.999]) {
    expect(drawBinomial(given(uniform), 0, 0.3)).toBe(0);
    expect(drawBinomial(given(uniform), 1000, 0)).toBe(0);
    expect(drawBinomial(given(uniform), 1000, 1)).toBe(1000);
  }
});

describe("where many are expected, by rejection", () => {
  /** Share of second numbers with which a first one is taken, and its count: the smaller are. */
  function accepted(uniform: number, n: number, probability: number): { count: number; share: number } {
    let isRejected = false;
    let decision = 0;
    const spare = () => {
      isRejected = true;
      return given(0.5, 0);
    };
    const source = { uniform: () => uniform, decision: () => decision, spare } as unknown as Sfc32;
    const drawAt = (value: number) => {
      isRejected = false;
      decision = value;
      return drawBinomial(source, n, probability);
    };
    const count = drawAt(1e-9);
    if (isRejected) return { count: -1, share: 0 };
    let [from, to] = [0, 1];
    for (let step = 0; step < 12; step++) {
      const middle = (from + to) / 2;
      drawAt(middle);
      if (isRejected) to = middle;
      else from = middle;
    }
    return { count, share: to };
  }

  test.each([
    [25, 0.4],
    [100, 0.3],
    [60, 0.8],
  ])(
    "what is taken of %s with %s has the share of each count (right answer: probabilities)",
    (n, probability) => {
      const steps = 4096;
      const shares = new Float64Array(n + 1);
      let all = 0;
      for (let i = 0; i < steps; i++) {
        const { count, share } = accepted((i + 0.5) / steps, n, probability);
        if (count < 0) continue;
        shares[count]! += share / steps;
        all += share / steps;
      }
      const terms = probabilitiesOf(n, probability);
      for (const [k, term] of terms.entries()) {
        // A count has some hundred of the steps; at its ends it is one more or less.
        if (term > 0.004) expect(Math.abs(shares[k]! / all / term - 1), `of ${k}`).toBeLessThan(0.03);
      }
      // Hörmann's table: under a hat of constant height α/σ times the probability of the mode.
      const spread = Math.sqrt(n * probability * (1 - probability));
      const alpha = (2.83 + 5.1 / (1.15 + 2.53 * spread)) * spread;
      expect(all * alpha * Math.max(...terms)).toBeCloseTo(1, 2);
    },
  );
});

test("takes two numbers of its source, whichever way (law)", () => {
  for (const [n, probability] of [
    [0, 0.5],
    [10, 0.2],
    [10, 0.9],
    [1000, 0.4],
    [1000, 0.7],
  ] as const) {
    const [source, other] = [seeded(5), seeded(5)];
    drawBinomial(source, n, probability);
    other.uniform();
    other.decision();
    expect(source.uniform()).toBe(other.uniform());
  }
});

test("the draws of a seed are these (frozen)", () => {
  const draws = (n: number, probability: number) => {
    const source = seeded(7);
    return Array.from({ length: 12 }, () => drawBinomial(source, n, probability)).join(" ");
  };
  expect([
    draws(40, 0.1),
    draws(40, 0.3),
    draws(1000, 0.3),
    draws(1000, 0.7),
    draws(1e9, 0.5),
  ]).toMatchInlineSnapshot(`
    [
      "3 2 3 8 9 4 2 2 7 7 6 4",
      "10 9 11 12 8 12 8 15 18 12 15 12",
      "288 286 293 302 283 300 282 281 329 298 316 302",
      "688 686 693 698 717 700 682 688 729 702 716 702",
      "499987376 499985419 499992961 500002449 499991448 500000249 499980728 499979556 500031906 500024757 500017375 500001965",
    ]
  `);
});
