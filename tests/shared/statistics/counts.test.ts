import { expect, test } from "vitest";
import { binomialLimits } from "#shared/statistics/binomial.ts";
import { byar } from "#shared/statistics/byar.ts";

/* R 4: qchisq(0.025, 2k) / 2 and qchisq(0.975, 2(k + 1)) / 2, the exact limits of a Poisson count. */
test.each([
  [0, 0, 3.6889],
  [4, 1.0899, 10.2416],
  [10, 4.7954, 18.3904],
  [100, 81.3639, 121.6271],
])("Byar's limits of %i stay within three per cent of the exact %f and %f", (count, low, high) => {
  const { lower, upper } = byar(count);
  expect(Math.abs(lower - low)).toBeLessThanOrEqual(0.03 * low + 0.03);
  expect(Math.abs(upper - high)).toBeLessThanOrEqual(0.03 * high);
});

/* R 4: qbinom(c(0.025, 0.975), n, p) and qbinom(c(0.001, 0.999), n, p). */
test.each([
  [40, 0.725, 0.025, 23, 34],
  [40, 0.725, 0.001, 20, 37],
  [10, 0.725, 0.025, 4, 10],
  [1000, 0.5, 0.025, 469, 531],
  [5000, 0.99, 0.001, 4927, 4970],
])(
  "of %i trials of %f chance leaves at either end at most %f outside %i and %i",
  (n, p, tail, low, high) => {
    expect(binomialLimits(n, p, tail)).toEqual({ low, high });
  },
);

test("what is certain leaves nothing to chance", () => {
  expect(binomialLimits(7, 1, 0.025)).toEqual({ low: 7, high: 7 });
  expect(binomialLimits(7, 0, 0.025)).toEqual({ low: 0, high: 0 });
});
