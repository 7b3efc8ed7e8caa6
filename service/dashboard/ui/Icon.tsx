/** One shape for each meaning, so that no meaning rests on colour alone. 16×16, drawn in the colour of its text. */
const SHAPES = {
  check: "M3 8.5l3.2 3.2L13 4.8",
  cross: "M4 4l8 8M12 4l-8 8",
  alert: "M8 2.2L14.5 13.5h-13zM8 6.6v3.2M8 11.6v.2",
  clock: "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.6V8l2.4 1.6",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  circle: "M8 2.2a5.8 5.8 0 100 11.6A5.8 5.8 0 008 2.2z",
  question: "M5.6 5.8a2.4 2.4 0 114 1.8c-.9.7-1.6 1.1-1.6 2.2M8 12.3v.2",
  chevron: "M6 3.5L10.5 8 6 12.5",
  left: "M10 3.5L5.5 8l4.5 4.5",
  down: "M3.5 6L8 10.5 12.5 6",
  up: "M3.5 10L8 5.5l4.5 4.5",
  download: "M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11",
  print: "M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z",
  differ: "M4 2.5v11M12 2.5v11M6.5 6h3M6.5 10h3",
  unit: "M2 13.5h12M3.5 13.5V6L8 2.5 12.5 6v7.5M6.5 13.5V9h3v4.5",
} as const;
export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
