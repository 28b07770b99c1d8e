import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A slow machine is no failure.
    testTimeout: 60_000,
    maxWorkers: "100%",
    // All test files of a worker share the modules that they import: loaded anew for each file, the engine, the charts
    // and what they stand on would take longer than most files' tests.
    isolate: false,
  },
});
