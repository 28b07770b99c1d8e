// Right answers: the incomplete beta function where each of its ways of computing begins and ends, from its series in 50
// digits, the largest shapes by quadrature (mpmath 1.3).
import { describe, expect, test } from "vitest";
import { betaTails } from "../../src/numeric/incompleteBeta.ts";
import { expectRelative } from "./expectRelative.ts";

/** All x are sums of few powers of 2, so that 1 − x is exact. */
const cases: readonly [
  alpha: number,
  beta: number,
  x: number,
  below: number,
  above: number,
  weight: number,
][] = [
  [0.00001, 3, 0.0625, 0.9999860436905634, 1.3956309436622925e-5, 8.239641235822699e-6],
  [3, 0.00001, 0.9375, 1.3956309436622925e-5, 0.9999860436905634, 8.239641235822699e-6],
  [0.01, 100, 2 ** -13, 0.9621970592306565, 0.0378029407693435, 0.00950635585355804],
  [0.3, 0.7, 0.125, 0.4641786572852559, 0.535821342714744, 0.12568585762180304],
  [0.3, 0.7, 0.875, 0.9108709826445895, 0.08912901735541048, 0.05770948476431974],
  [0.25, 30, 0.125, 0.9983777703886273, 0.0016222296113727328, 0.00696638448521974],
  [30, 0.25, 0.875, 0.0016222296113727328, 0.9983777703886273, 0.00696638448521974],
  [0.4, 8, 0.75, 0.9999977362542435, 2.2637457564988177e-6, 1.3875554707500126e-5],
  [2, 3, 2 ** -30, 5.204170421468073e-18, 1, 1.0408340826780274e-17],
  [2, 3, 0.375, 0.481201171875, 0.518798828125, 0.4119873046875],
  [2, 3, 0.984375, 0.9999849200248718, 1.5079975128173828e-5, 4.435703158378601e-5],
  [9, 10.5, 0.25, 0.02372045238129139, 0.9762795476187086, 0.11287744300651505],
  [12, 15, 0.25, 0.015468201447538021, 0.984531798552462, 0.0923111181720282],
  [12, 15, 0.4375, 0.4770322146924322, 0.5229677853075678, 1.0177228999391799],
  [12, 15, 0.75, 0.9996101578360221, 0.0003898421639778604, 0.003418930302667711],
  [100, 200, 0.25, 0.0006588924984657823, 0.9993411075015343, 0.017744878722520376],
  [100, 200, 0.40625, 0.9955094726121573, 0.004490527387842697, 0.11037771907313604],
  [9000, 50000, 0.1484375, 0.0026254414280806847, 0.9973745585719194, 0.7031819256976909],
  [9000, 50000, 0.15625, 0.9936311966797713, 0.006368803320228691, 1.5757866468073294],
  [2.5, 2e6, 2 ** -20, 0.42360891979943166, 0.5763910802005684, 0.5611617127548725],
  [3e6, 2e6, 0.599609375, 0.03730791374640909, 0.9626920862535909, 89.19853560533038],
  [3e6, 2e6, 0.60009765625, 0.6720890348777999, 0.3279109651222001, 395.6899716955948],
  [3e6, 2e6, 0.6005859375, 0.9962613293627544, 0.0037386706372456945, 12.213374786299505],
  [1e12, 3e12, 0.25 - 2 ** -21, 0.013817924799157177, 0.9861820752008428, 30558.853549455613],
  [1e12, 3e12, 0.25 + 2 ** -20, 0.9999947066430946, 5.293356905306473e-6, 21.146419858117902],
  [1e12, 1e12, 0.5, 0.5, 0.5, 282094.7917738429],
];

describe("beta", () => {
  test.each(cases)("(%s, %s) at %s lies %s below and %s above (right answer)", (...one) => {
    const [alpha, beta, x, below, above, weight] = one;
    const tails = betaTails(alpha, beta);
    expectRelative(tails.lower(x, 1 - x), below, 1e-14);
    expectRelative(tails.upper(x, 1 - x), above, 1e-14);
    expectRelative(tails.weight(x, 1 - x), weight, 1e-14);
  });

  test("(30, 1e12) keeps the digits of an x near either end (right answer)", () => {
    const [x, below, weight] = [2.5e-11, 0.1821039160142395, 1.3623835540704587];
    expectRelative(betaTails(30, 1e12).lower(x, 1 - x), below, 1e-14);
    expectRelative(betaTails(1e12, 30).upper(1 - x, x), below, 1e-14);
    expectRelative(betaTails(1e12, 30).weight(1 - x, x), weight, 1e-14);
  });

  test("(1e-308, 3) has α ∫ (1 − t)²/t from x to 1 for its upper tail (right answer by hand)", () => {
    // Of such small numbers the last digits are missing.
    expectRelative(betaTails(1e-308, 3).upper(0.75, 0.25), 6.43207245178e-311, 1e-12);
  });

  test.each([
    [0.3, 0.7],
    [1, 1],
    [2, 5],
    [200, 50],
    [3e6, 2e6],
  ])("(%s, %s): nothing below 0, all of it below 1 (right answer)", (alpha, beta) => {
    const { lower, upper, weight } = betaTails(alpha, beta);
    for (const x of [-0.5, 0])
      expect([lower(x, 1 - x), upper(x, 1 - x), weight(x, 1 - x)]).toEqual([0, 1, 0]);
    for (const x of [1, 1.5]) expect([lower(x, 1 - x), upper(x, 1 - x), weight(x, 1 - x)]).toEqual([1, 0, 0]);
  });

  test("(3e6, 2e6) has tails of 0 where they are no doubles any more (right answer)", () => {
    const { lower, upper } = betaTails(3e6, 2e6);
    expect([lower(0.25, 0.75), upper(0.25, 0.75)]).toEqual([0, 1]);
    expect([lower(0.75, 0.25), upper(0.75, 0.25)]).toEqual([1, 0]);
  });
});
