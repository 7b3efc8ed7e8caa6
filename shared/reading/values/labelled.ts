import { fold } from "./text.ts";

export interface Labelled {
  label: string;
  value: string;
}

const LABEL =
  /(^|[\s,，;；|。>】)])([\u4e00-\u9fff][\u4e00-\u9fffA-Za-z()（）/ ]{0,13}|[A-Z][A-Za-z.]*(?: [A-Za-z.]+){0,3})\s*[:：](?!\/\/)/g;

/**
 * `受理：2024-07-24 09:10 承诺：2024-07-29`, `办理人：张某`, `Created: 2025-07-08`: the labelled parts of a text and what stood
 * before the first. A clock's colon is no label.
 */
export function splitLabelled(raw: string): { head: string; parts: Labelled[] } {
  const text = raw.replace(/\u00a0/g, " ");
  const at: { start: number; end: number; label: string }[] = [];
  LABEL.lastIndex = 0;
  for (let m = LABEL.exec(text); m; m = LABEL.exec(text))
    at.push({
      start: m.index + (m[1]?.length ?? 0),
      end: m.index + m[0].length,
      label: (m[2] ?? "").trim(),
    });
  const parts = at.map((label, i) => ({
    label: fold(label.label),
    value: text
      .slice(label.end, at[i + 1]?.start ?? text.length)
      .replace(/[\s,，;；|]+$/, "")
      .trim(),
  }));
  return { head: text.slice(0, at[0]?.start ?? text.length).trim(), parts };
}
