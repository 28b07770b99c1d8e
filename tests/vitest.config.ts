import { configDefaults, defineConfig } from "vitest/config";
import { withoutBundledScenarios } from "./examples/bundled.ts";

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, ...withoutBundledScenarios()],
    // A slow machine is no failure.
    testTimeout: 60_000,
    maxWorkers: "100%",
    // All test files of a worker share the modules that they import: loaded anew for each file, the engine, the charts
    // and what they stand on would take longer than most files' tests.
    isolate: false,
  },
});
