import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "**/node_modules/**"],
    pool: "threads",
    // Left alone it takes one fewer than there are cores: half of a small machine, though many tests mostly wait.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
  },
});
