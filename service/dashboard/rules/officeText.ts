import type { OfficeHours } from "#shared/limit/regime.ts";

/** `08:30-12:00 14:00-17:30` for office hours that are the same on every working day; null where they differ. */
export function officeText(hours: readonly OfficeHours[]): string | null {
  const [first] = hours;
  if (!first) return "";
  if (hours.length > 1 || first.season || first.weekdays) return null;
  return first.sessions.map(([open, close]) => `${open}-${close}`).join(" ");
}

/** Read back; null while it is not yet a list of sessions. */
export function readOffice(text: string): OfficeHours[] | null {
  if (text.trim() === "") return [];
  const sessions: [string, string][] = [];
  for (const part of text.trim().split(/[\s,，、;；]+/)) {
    const found = /^(\d{2}:\d{2})[-–~～至](\d{2}:\d{2})$/.exec(part);
    if (!found) return null;
    sessions.push([found[1] ?? "", found[2] ?? ""]);
  }
  return [{ sessions }];
}
