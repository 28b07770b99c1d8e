import { defineConfig } from "vitest/config";

// What would make `npm test` longer than two minutes, or takes minutes itself: `npm run test:long`.
export default defineConfig({ test: { include: ["tests/**/*.long.ts"], testTimeout: 60_000 } });
