/** The nearest non-decreasing values by weighted least squares, within 0…1: pool adjacent violators (Ayer et al. 1955). */
export function isotonic(values: Float64Array, weights: Float64Array): Float64Array {
  const n = values.length;
  const level = new Float64Array(n);
  const weight = new Float64Array(n);
  const size = new Int32Array(n);
  let blocks = 0;
  for (let i = 0; i < n; i++) {
    level[blocks] = values[i] ?? 0;
    weight[blocks] = weights[i] ?? 0;
    size[blocks] = 1;
    while (blocks > 0 && (level[blocks - 1] ?? 0) >= (level[blocks] ?? 0)) {
      const [a, b] = [weight[blocks - 1] ?? 0, weight[blocks] ?? 0];
      level[blocks - 1] = (a * (level[blocks - 1] ?? 0) + b * (level[blocks] ?? 0)) / (a + b);
      weight[blocks - 1] = a + b;
      size[blocks - 1] = (size[blocks - 1] ?? 0) + (size[blocks] ?? 0);
      blocks--;
    }
    blocks++;
  }
  const fitted = new Float64Array(n);
  for (let block = 0, i = 0; block < blocks; block++)
    for (const end = i + (size[block] ?? 0); i < end; i++)
      fitted[i] = Math.min(1, Math.max(0, level[block] ?? 0));
  return fitted;
}
