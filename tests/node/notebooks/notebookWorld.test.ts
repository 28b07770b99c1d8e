// Scenarios together in a notebook: the two coins of the toy world, by hand.
import { afterAll, expect, test } from "vitest";
import { createNotebookApi } from "../../../src/node/notebooks/notebookApi.ts";
import { toyWorld } from "../../analysis/together/toyWorld.ts";
import { temporaryProject } from "../temporaryProject.ts";

const made = temporaryProject(toyWorld);
afterAll(() => made.remove());
const loaded: string[] = [];
const { together } = createNotebookApi({
  folder: made.folder,
  display: () => undefined,
  onLoad: (name) => loaded.push(name),
});

test("the chance of both is 45 %, all of it in good years", async () => {
  const world = await together("market", "field");
  expect(loaded).toEqual(["market", "field"]);
  const good = world.given("field.good");
  expect(good.share).toBe("75.0 %");
  const { given, otherwise, joint } = good.estimates("market.both");
  expect(Math.abs(given!.value - 0.6)).toBeLessThan(4 * given!.error);
  expect(otherwise!.value).toBe(0);
  expect(joint!.value).toBe(given!.value * 0.75);
  expect(good.sentence("market.both")).toMatch(
    /^In the futures in which “A good year” \(field\), the chance of “Good and demanded” \(market\) is \S+ %, otherwise under \S+ %\.$/,
  );
  expect(good.table(["field.stock"]).rows[0]![0]).toBe("Stock (field)");
  expect(world.matrix().rows.map(([name]) => name)).toEqual(["As believed", "Weather", "Seed price"]);
  expect(() => good.figure("field.totl")).toThrow('did you mean "field.total"');
});

test("what is set holds in all of them", async () => {
  const dry = await together("market", "field", { trials: 1024, set: { weather: 0, demand: 0.75 } });
  expect(dry.findings.trials).toBe(1024);
  expect(dry.given("field.good").chance.value).toBe(0);
  // Stock of 12 months at 3 to 3.5 t, at 100 to 200 USD, three quarters demanded; without rain never both.
  expect(dry.given("not field.good and market.earned > 2000").chance.value).toBeGreaterThan(0.99);
  expect(dry.given("market.both").estimates("market.earned").given).toBeUndefined();
});
