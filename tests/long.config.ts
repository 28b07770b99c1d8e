import { configDefaults, defineConfig } from "vitest/config";
import { withoutBundledScenarios } from "./examples/bundled.ts";

// What would make `npm test` longer than two minutes, or takes minutes itself: `npm run test:long`.
export default defineConfig({
  test: {
    include: ["tests/**/*.long.ts"],
    exclude: [...configDefaults.exclude, ...withoutBundledScenarios()],
    testTimeout: 60_000,
  },
});
