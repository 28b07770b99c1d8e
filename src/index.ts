// The door for scenarios, as "sandtable": pure, runs in Node, in a worker and in a browser.

// Declaring inputs
export { nonNegative, share } from "./assumptions/input.ts";
// Declaring outputs
export { event } from "./simulation/outputKinds/event.ts";
export { eventSeries } from "./simulation/outputKinds/eventSeries.ts";
export { scalar } from "./simulation/outputKinds/scalar.ts";
export { series } from "./simulation/outputKinds/series.ts";
// Declaring a scenario
export { defineScenario } from "./simulation/scenario.ts";
