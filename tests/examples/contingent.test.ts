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
  deployed: 10_000,
  relieved: 0,
  combatShare: 1,
  specialShare: 0,
  frontRate: oneInTen,
  specialRate: 0,
  supportRate: 0,
  countFactor: 1,
  readiness: 1,
  trainingTime: 0,
  intensityVariation: 0,
  levelMemory: 0.9,
  killedShare: 0.25,
  recoveringShare: 0,
  backRate: 1,
  replacedShare: 0,
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

  test("on average 9,500 serve in the first month and 8,550 in the second", () => {
    const { steps } = playOnce(contingent, frontLine, 2);
    expect(steps("serving").map(Math.round)).toEqual([9500, 8550]);
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

  test("twice the claimed casualties, or half the readiness, hit 1,900 of 10,000 in combat; in support only the first counts", () => {
    const hit = (inputs: object) =>
      playOnce(contingent, { ...frontLine, ...inputs }, 1).number("totalCasualties");
    expect(hit({ countFactor: 2 })).toBeCloseTo(1900, 8);
    expect(hit({ readiness: 2 })).toBeCloseTo(1900, 8);
    const support = { combatShare: 0, supportRate: oneInTen };
    expect(hit({ ...support, countFactor: 2 })).toBeCloseTo(1900, 8);
    expect(hit({ ...support, readiness: 2 })).toBeCloseTo(1000, 8);
  });

  test("replaced in full, each month begins with 10,000, and the replacements count as sent", () => {
    const { steps, number } = playOnce(contingent, { ...frontLine, replacedShare: 1 }, 3);
    for (const strength of steps("strength")) expect(strength).toBeCloseTo(9000, 8);
    expect(steps("sentInAll").map(Math.round)).toEqual([10_000, 11_000, 12_000]);
    expect(number("veterans")).toBeCloseTo(12_000 - 0.25 * 3000, 8);
  });

  test("without losses, relief of a sixth a month leaves 10,000 present and sends home those who were there", () => {
    const calm = { ...frontLine, frontRate: 0, relieved: [0, 1666, 1666, 1666] };
    const { steps, number } = playOnce(contingent, calm, 4);
    expect(steps("strength").map(Math.round)).toEqual([10_000, 10_000, 10_000, 10_000]);
    expect(number("veterans")).toBeCloseTo(14_998, 8);
    expect(steps("home").at(-1)).toBeCloseTo(4998, 8);
  });

  test("a unit that has lost one in ten is relieved by a full one: 900 go home, 1,000 come", () => {
    const { steps } = playOnce(contingent, { ...frontLine, relieved: [0, 1000] }, 2);
    // 9,000 − 900 + 1,000 = 9,100, of whom one in ten is hit; 250 dead and 750 invalided of the first month's 1,000.
    expect(steps("strength")[1]).toBeCloseTo(0.9 * 9100, 8);
    expect(steps("home")[1]).toBeCloseTo(750 + 900 + 0.75 * 910, 8);
    expect(steps("sentInAll")[1]).toBeCloseTo(11_000, 8);
  });

  test("4,000 who join later and train a month on average: half are in the fighting in the month they come", () => {
    const joining = { ...frontLine, deployed: [10_000, 14_000], trainingTime: 1 };
    const { steps, number } = playOnce(contingent, joining, 2);
    // 1,000 of 10,000 are hit, then 1,100 of the 9,000 left and 2,000 newcomers; 2,000 are still in training.
    expect(steps("casualties").map(Math.round)).toEqual([1000, 2100]);
    expect(steps("strength")[1]).toBeCloseTo(9900 + 2000, 8);
    expect(number("veterans")).toBeCloseTo(12_000 - 0.25 * 2100, 8);
  });

  test("of those recovering all are back a month later, or half of them", () => {
    // 9,000 are left, 300 of 1,000 recover.
    const { steps } = playOnce(contingent, { ...frontLine, recoveringShare: 0.3 }, 2);
    expect(steps("recovering")[0]).toBeCloseTo(300, 8);
    expect(steps("strength")[1]).toBeCloseTo(0.9 * 9300, 8);
    const half = playOnce(contingent, { ...frontLine, recoveringShare: 0.3, backRate: 0.5 }, 2);
    expect(half.steps("strength")[1]).toBeCloseTo(0.9 * 9150, 8);
  });

  test("a month of a third more intensity raises the hazard by a third", () => {
    const sd = 0.5;
    const random = stillRandom({ normal: Math.log(4 / 3) / sd + sd / 2 });
    const { number } = playOnce(contingent, { ...frontLine, intensityVariation: sd }, 1, random);
    expect(number("totalCasualties")).toBeCloseTo(10_000 * (1 - 0.9 ** (4 / 3)), 8);
  });

  test("a fiercer month is remembered: of one standard deviation 0.6 are left, and 0.8 are new", () => {
    const sd = 0.5;
    const fierce = {
      ...frontLine,
      intensityVariation: sd,
      levelMemory: 0.6,
      replacedShare: 1,
      killedShare: 1,
    };
    const { steps } = playOnce(contingent, fierce, 2, stillRandom({ normal: 1 }));
    // √(1 − 0.6²) = 0.8, so the second month's log is 0.6 + 0.8 = 1.4 standard deviations.
    const hitAt = (log: number) => 10_000 * (1 - 0.9 ** Math.exp(log * sd - (sd * sd) / 2));
    expect(steps("casualties")[0]).toBeCloseTo(hitAt(1), 6);
    expect(steps("casualties")[1]! - steps("casualties")[0]!).toBeCloseTo(hitAt(1.4), 6);
  });
});

describe("laws", () => {
  const shareOf = fc.double({ min: 0, max: 1, noNaN: true });
  const rateOf = fc.double({ min: 0, max: 3, noNaN: true });
  const anyInputs = fc
    .record({
      troops: fc.double({ min: 1, max: 100_000, noNaN: true }),
      growth: fc.array(fc.double({ min: 0, max: 9000, noNaN: true }), { minLength: 12, maxLength: 12 }),
      reliefShare: shareOf,
      combatShare: shareOf,
      specialShare: shareOf,
      frontRate: rateOf,
      specialRate: rateOf,
      supportRate: rateOf,
      countFactor: rateOf,
      readiness: rateOf,
      trainingTime: rateOf,
      intensityVariation: shareOf,
      levelMemory: shareOf,
      killedShare: shareOf,
      recovering: shareOf,
      backRate: shareOf,
      replacedShare: shareOf,
      armySize: fc.constant(1_280_000),
    })
    .map(({ growth, reliefShare, recovering, ...inputs }) => {
      let soldiers = inputs.troops;
      const deployed = growth.map((more) => (soldiers += more));
      const relieved = deployed.map((present, month) => (month === 0 ? 0 : present * reliefShare));
      return { ...inputs, deployed, relieved, recoveringShare: (1 - inputs.killedShare) * recovering };
    });
  const anyRandom = fc.double({ min: -3, max: 3, noNaN: true }).map((normal) => stillRandom({ normal }));

  test("no soldier is lost sight of: present, recovering, home and dead add up to all who were sent", () => {
    fc.assert(
      fc.property(anyInputs, anyRandom, (inputs, random) => {
        const { steps } = playOnce(contingent, inputs, 12, random);
        const sent = steps("sentInAll");
        for (let month = 0; month < 12; month++) {
          const seen = ["strength", "recovering", "home", "killed"].map((where) => steps(where)[month]!);
          for (const soldiers of seen) expect(soldiers).toBeGreaterThanOrEqual(-1e-9 * sent[month]!);
          const sum = seen.reduce((total, soldiers) => total + soldiers, 0);
          expect(Math.abs(sum - sent[month]!)).toBeLessThan(1e-9 * sent[month]!);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("the dead are among the casualties, and the veterans among those sent who live", () => {
    fc.assert(
      fc.property(anyInputs, anyRandom, (inputs, random) => {
        const { steps, number } = playOnce(contingent, inputs, 12, random);
        const casualties = steps("casualties");
        const killed = steps("killed");
        for (let month = 0; month < 12; month++)
          expect(killed[month]).toBeLessThanOrEqual(casualties[month]! * (1 + 1e-12));
        const sent = steps("sentInAll").at(-1)!;
        expect(number("veterans")).toBeLessThanOrEqual(sent - number("totalKilled") + 1e-9 * sent);
        expect(number("veterans")).toBeGreaterThanOrEqual(-1e-9 * sent);
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

  test("all who are sent beyond the deployment's own count are replacements of lasting losses", () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { steps } = playOnce(contingent, inputs, 12);
        const planned =
          inputs.deployed.at(-1)! + inputs.relieved.reduce((sum, soldiers) => sum + soldiers, 0);
        const lastingShare = 1 - inputs.recoveringShare;
        const replaced = inputs.replacedShare * lastingShare * steps("casualties").at(-2)!;
        const sent = steps("sentInAll").at(-1)!;
        expect(Math.abs(sent - planned - replaced)).toBeLessThan(1e-9 * sent);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  test("without replacement and relief the strength falls every month that nobody returns, and is never above the start", () => {
    const falling = playOnce(contingent, frontLine, 12).steps("strength");
    for (let month = 1; month < 12; month++) expect(falling[month]).toBeLessThan(falling[month - 1]!);
    const returning = playOnce(contingent, { ...frontLine, recoveringShare: 0.6, backRate: 1 / 3 }, 12);
    for (const strength of returning.steps("strength")) expect(strength).toBeLessThan(10_000);
  });
});
