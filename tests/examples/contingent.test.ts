import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const contingent = await bundledScenario("contingent");

// A hazard that hits exactly one in ten a month.
const oneInTen = -Math.log(0.9);
const frontLine = {
  troops: 10_000,
  combatShare: 1,
  specialShare: 0,
  frontRate: oneInTen,
  specialRate: 0,
  supportRate: 0,
  intensityVariation: 0,
  killedShare: 0.25,
  returningShare: 0,
  returnDelay: 0,
  reinforcedShare: 0,
  rotationShare: 0,
  armySize: 1_280_000,
};

describe("right answers, by hand", () => {
  test("one in ten hit a month leaves 9,000, then 8,100; of 1,900 hit a quarter are dead", () => {
    const { steps, number } = playOnce(contingent, frontLine, 2);
    expect(steps("strength")[0]).toBeCloseTo(9000, 8);
    expect(steps("strength")[1]).toBeCloseTo(8100, 8);
    expect(number("totalCasualties")).toBeCloseTo(1900, 8);
    expect(number("totalKilled")).toBeCloseTo(475, 8);
    expect(number("veterans")).toBeCloseTo(10_000 - 475, 8);
    expect(number("shareOfArmy")).toBeCloseTo(10_000 / 1_280_000, 12);
  });

  test("each role is hit at its own rate, and only the dead of combat roles are missing among the veterans", () => {
    const roles = { ...frontLine, combatShare: 0.6, specialShare: 1 / 3 };
    const rates = { frontRate: oneInTen, specialRate: -Math.log(0.5), supportRate: -Math.log(0.99) };
    // 400 of 4,000 on the front line, 1,000 of 2,000 in special operations, 40 of 4,000 in support.
    const { number } = playOnce(contingent, { ...roles, ...rates }, 1);
    expect(number("totalCasualties")).toBeCloseTo(1440, 8);
    expect(number("endStrength")).toBeCloseTo(8560, 8);
    expect(number("veterans")).toBeCloseTo(6000 - 0.25 * 1400, 8);
  });

  test("replaced in full, each month begins with 10,000, and the replacements count as sent", () => {
    const { steps, number } = playOnce(contingent, { ...frontLine, reinforcedShare: 1 }, 3);
    for (const strength of steps("strength")) expect(strength).toBeCloseTo(9000, 8);
    expect(steps("sentInAll").map(Math.round)).toEqual([10_000, 11_000, 12_000]);
    expect(number("veterans")).toBeCloseTo(12_000 - 0.25 * 3000, 8);
  });

  test("relief one for one leaves as many present and as many hit, and sends home more who have seen combat", () => {
    const half = { ...frontLine, reinforcedShare: 0.5, returningShare: 0.4, returnDelay: 2 };
    const [base, relieved] = [0, 1 / 6].map((rotationShare) =>
      playOnce(contingent, { ...half, rotationShare }, 12),
    );
    for (const series of ["strength", "casualties", "killed"])
      for (const [month, number] of base!.steps(series).entries())
        expect(relieved!.steps(series)[month]).toBeCloseTo(number, 6);
    expect(relieved!.number("veterans")).toBeGreaterThan(base!.number("veterans") + 5000);
  });

  test("without delay the wounded who recover are back a month later", () => {
    // 9,000 are left, 1,000 × 0.75 × 0.4 = 300 return, and of 9,300 one in ten is hit.
    const { steps } = playOnce(contingent, { ...frontLine, returningShare: 0.4 }, 2);
    expect(steps("recovering")[0]).toBeCloseTo(300, 8);
    expect(steps("strength")[1]).toBeCloseTo(0.9 * 9300, 8);
  });

  test("with a mean delay of one month half of those recovering are back each month", () => {
    const { steps } = playOnce(contingent, { ...frontLine, returningShare: 0.4, returnDelay: 1 }, 2);
    expect(steps("strength")[1]).toBeCloseTo(0.9 * 9150, 8);
  });

  test("relief of a sixth a month sends others in their place from the second month on", () => {
    const calm = { ...frontLine, frontRate: 0, rotationShare: 1 / 6 };
    const { steps, number } = playOnce(contingent, calm, 4);
    expect(steps("strength").map(Math.round)).toEqual([10_000, 10_000, 10_000, 10_000]);
    expect(number("veterans")).toBeCloseTo(15_000, 8);
    expect(steps("home").at(-1)).toBeCloseTo(5000, 8);
  });

  test("a month of a third more intensity raises the hazard by a third", () => {
    const sd = 0.5;
    const luck = stillRandom({ normal: Math.log(4 / 3) / sd + sd / 2 });
    const { number } = playOnce(contingent, { ...frontLine, intensityVariation: sd }, 1, luck);
    expect(number("totalCasualties")).toBeCloseTo(10_000 * (1 - 0.9 ** (4 / 3)), 8);
  });
});

describe("laws", () => {
  const shareOf = fc.double({ min: 0, max: 1, noNaN: true });
  const rateOf = fc.double({ min: 0, max: 3, noNaN: true });
  const anyInputs = fc.record({
    troops: fc.double({ min: 1, max: 100_000, noNaN: true }),
    combatShare: shareOf,
    specialShare: shareOf,
    frontRate: rateOf,
    specialRate: rateOf,
    supportRate: rateOf,
    intensityVariation: shareOf,
    killedShare: shareOf,
    returningShare: shareOf,
    returnDelay: fc.double({ min: 0, max: 8, noNaN: true }),
    reinforcedShare: shareOf,
    rotationShare: shareOf,
    armySize: fc.constant(1_280_000),
  });
  const anyLuck = fc.double({ min: -3, max: 3, noNaN: true }).map((normal) => stillRandom({ normal }));

  test("no soldier is lost sight of: present, recovering, home and dead add up to all who were sent", () => {
    fc.assert(
      fc.property(anyInputs, anyLuck, (inputs, luck) => {
        const { steps } = playOnce(contingent, inputs, 12, luck);
        const sent = steps("sentInAll");
        for (let month = 0; month < 12; month++) {
          const seen = ["strength", "recovering", "home", "killed"].map((where) => steps(where)[month]!);
          for (const soldiers of seen) expect(soldiers).toBeGreaterThanOrEqual(0);
          const sum = seen.reduce((total, soldiers) => total + soldiers, 0);
          expect(Math.abs(sum - sent[month]!)).toBeLessThan(1e-9 * sent[month]!);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("the dead are among the casualties, and the veterans among those sent who live", () => {
    fc.assert(
      fc.property(anyInputs, anyLuck, (inputs, luck) => {
        const { steps, number } = playOnce(contingent, inputs, 12, luck);
        const casualties = steps("casualties");
        const killed = steps("killed");
        for (let month = 0; month < 12; month++)
          expect(killed[month]).toBeLessThanOrEqual(casualties[month]!);
        const alive = steps("sentInAll").at(-1)! - number("totalKilled");
        expect(number("veterans")).toBeLessThanOrEqual(alive * (1 + 1e-12) + inputs.troops * 1e-12);
        expect(number("veterans")).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  test("engineers alone see no combat: no veterans, whatever befalls them", () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        expect(playOnce(contingent, { ...inputs, combatShare: 0 }, 12).number("veterans")).toBe(0);
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  test("without reinforcement the strength falls every month that nobody returns, and is never above the start", () => {
    const spent = { ...frontLine, rotationShare: 0.1 };
    const falling = playOnce(contingent, spent, 12).steps("strength");
    for (let month = 1; month < 12; month++) expect(falling[month]).toBeLessThan(falling[month - 1]!);
    const returning = playOnce(contingent, { ...spent, returningShare: 0.8, returnDelay: 2 }, 12);
    for (const strength of returning.steps("strength")) expect(strength).toBeLessThan(10_000);
  });
});
