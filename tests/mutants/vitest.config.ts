import { defineConfig } from "vitest/config";

// The tests that a file's mutants are to fail.
export default defineConfig({
  test: { include: (process.env.TESTS ?? "").split(" "), testTimeout: 60_000, isolate: false },
});
