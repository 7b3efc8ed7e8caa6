import type { VerdictKind } from "#shared/limit/verdict.ts";

/**
 * A verdict is told by word, shape and colour together, so that it is read without colour vision and in a black-and-white print.
 * Contrast of each pair is at least 4.5:1 (WCAG 1.4.3).
 */
export const LOOK: Record<VerdictKind, { icon: string; ink: string; paper: string; line: string }> =
  {
    overdue: { icon: "▲", ink: "#ffffff", paper: "#b3261e", line: "#8c1d18" },
    "due-soon": { icon: "◆", ink: "#5c3b00", paper: "#ffe8b3", line: "#c98a00" },
    "on-time": { icon: "●", ink: "#14532d", paper: "#e7f4ea", line: "#7fb58f" },
    "closed-on-time": { icon: "✓", ink: "#37474f", paper: "#eef1f3", line: "#b0bec5" },
    "closed-late": { icon: "▲", ink: "#8c1d18", paper: "#fbe9e7", line: "#d98b84" },
    paused: { icon: "‖", ink: "#1e3a6e", paper: "#e6edf8", line: "#93aedb" },
    "not-started": { icon: "○", ink: "#455a64", paper: "#ffffff", line: "#b0bec5" },
    unknown: { icon: "?", ink: "#4a3b6b", paper: "#f1ecf8", line: "#a795c9" },
  };
