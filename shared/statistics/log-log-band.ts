/** Φ⁻¹(0.975): two-sided 95 %. */
export const Z_95 = 1.959963984540054;

/**
 * The 95 % band of a survival share on the log(−log) scale, which keeps it within 0…1 (Kalbfleisch & Prentice 1980, 1.4).
 * @param variance Greenwood's sum Σ d / (n (n − d)), the variance of log S
 * @returns undefined where the share is 0 or 1 and the scale ends
 */
export function logLogBand(share: number, variance: number): [number, number] | undefined {
  if (!(share > 0 && share < 1)) return undefined;
  const log = Math.log(share);
  const wide = (Z_95 * Math.sqrt(variance)) / log;
  return [Math.exp(-Math.exp(Math.log(-log) - wide)), Math.exp(-Math.exp(Math.log(-log) + wide))];
}
