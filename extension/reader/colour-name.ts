/** Which lamp a colour is, of those that nobody takes for another: `rgb(217, 0, 27)` is red. What is pale, dark, see-through or between two is none. */
export function colourName(css: string): "red" | "yellow" | "green" | undefined {
  const [r = 0, g = 0, b = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  const most = Math.max(r, g, b);
  const least = Math.min(r, g, b);
  if (alpha < 0.5 || most < 90 || (most - least) / most < 0.5) return undefined;
  const turn = (from: number): number => (60 * from) / (most - least);
  const hue = most === r ? turn(g - b) : most === g ? 120 + turn(b - r) : 240 + turn(r - g);
  if (hue > -20 && hue < 15) return "red";
  if (hue > 28 && hue < 62) return "yellow";
  return hue > 80 && hue < 165 ? "green" : undefined;
}
