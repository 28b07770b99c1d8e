// The door for scenarios, as "#sandtable": pure, runs in Node, in a worker and in a browser.

// Declaring inputs
export { nonNegative, share } from "./assumptions/input.ts";
// Declaring outputs
export { event, eventSeries, scalar, series } from "./simulation/outputDeclarations.ts";
// Declaring a scenario
export { defineScenario } from "./simulation/scenario.ts";
