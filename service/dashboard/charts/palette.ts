/**
 * Colours after Okabe and Ito, told apart by every common kind of colour blindness; each part keeps its own everywhere.
 * Late is always warm and dark, in time always blue-green, what cannot be told always grey.
 */
const PARTS: readonly (readonly [word: RegExp, colour: string])[] = [
  [/^onTimeRate$/, "#1b5e9b"],
  [/^closedOnTimeRate$/, "#a9c6e2"],
  [/due.?soon/i, "#e69f00"],
  [/paused/i, "#9467a8"],
  [/open.?overdue/i, "#c8420b"],
  [/closed.?late/i, "#e69f00"],
  [/closed.?in.?limit|closed.?on.?time/i, "#00705a"],
  [/open.?in.?limit|^on.?time/i, "#63b8a0"],
  [/unknown/i, "#8a8f98"],
  [/supplement/i, "#9467a8"],
  [/refused/i, "#5b4a7a"],
  [/await|not.?started/i, "#c7b4d6"],
  [/withdrawn.?before/i, "#d8d8d0"],
  [/withdrawn/i, "#b3b0a2"],
  [/overdue|late/i, "#c8420b"],
];
const OTHERS = ["#1b5e9b", "#e69f00", "#00705a", "#b0468c", "#56a5d8", "#6b4e16", "#5b4a7a"];

/** White or ink, whichever reads better on this colour (relative luminance of WCAG). */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.25 ? "#1c2733" : "#ffffff";
}

export function colourOf(key: string, index: number): string {
  return PARTS.find(([word]) => word.test(key))?.[1] ?? OTHERS[index % OTHERS.length] ?? "#1b5e9b";
}
