import { defineConfig } from "vitest/config";

/** Real browsers, real files, real ports, each file's own: two at a time, since they mostly wait, and room for a slow machine. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: ["tests/e2e/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
