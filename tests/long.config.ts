import { defineConfig } from "vitest/config";

// What takes minutes: `npm run test:long`.
export default defineConfig({ test: { include: ["tests/long/**/*.long.ts"] } });
