// Which name a misspelt one stands for: right answers by hand, and laws.
import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../src/beliefs/nearest.ts";

test("right answers: the fewest letters changed, whatever the case; of equally near names the first", () => {
  expect(nearest("troop", ["pay", "troops", "troopers"])).toBe("troops");
  expect(nearest("PAY", ["Troops", "Pay"])).toBe("Pay");
  expect(nearest("pat", ["pay", "pas"])).toBe("pay");
  expect(nearest("pay", ["PAY", "pay"])).toBe("PAY");
});

test("right answers: two letters may differ, in long words a third of them; further away is no name", () => {
  expect(nearest("pat", ["post", "payers"])).toBe("post");
  expect(nearest("pat", ["payers"])).toBeUndefined();
  expect(nearest("contingents", ["contxyents"])).toBe("contxyents");
  expect(nearest("contingents", ["cowxyzents"])).toBeUndefined();
  expect(nearest("pay", [])).toBeUndefined();
});

test("law: any iterable of names will do, and one that is there is found itself", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1, selector: (name) => name.toLowerCase() }),
      (names) => {
        for (const name of names) expect(nearest(name, new Set(names))).toBe(name);
      },
    ),
  );
});
