import { expect, test } from "vitest";
import { Problem, STATUS, problemBody } from "../../../service/http/problem.ts";
import { refuseWhilePreparing } from "../../../service/reports/preparing.ts";

test("a question that would wait long is told how far the preparing has come and when to ask again", () => {
  const refused = (left: number, done = 250_000): Problem | undefined => {
    try {
      refuseWhilePreparing({ done, of: 900_000, left });
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
    return undefined;
  };
  const problem = refused(42_300);
  expect(problem?.code).toBe("preparing");
  expect(STATUS.preparing).toBe(503);
  expect(problem?.headers).toEqual({ "retry-after": "43" });
  const body = problemBody(problem ?? new Problem("internal"));
  expect(body.detail).toMatch(/已完成 250000 件，共 900000 件，请约 43 秒/);
  expect(body.detailEn).toMatch(/250000 of 900000 cases/);
  expect(refused(600_000)?.headers).toEqual({ "retry-after": "60" });
});

test("what is ready in a moment is waited for", () => {
  expect(() => refuseWhilePreparing(null)).not.toThrow();
  expect(() => refuseWhilePreparing({ done: 0, of: 1500, left: 60_000 })).not.toThrow();
  expect(() => refuseWhilePreparing({ done: 800_000, of: 900_000, left: 4000 })).not.toThrow();
});
