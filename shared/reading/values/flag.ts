import { fold } from "./text.ts";

const YES = /^(?:是|有|√|✓|✔|y|yes|true)$/i;
const NO = /^(?:否|无|×|✗|n|no|false|正常|未超期|未逾期|未超时|未预警|绿灯?|绿牌|green.*)$/i;
const LATE = /^(?:已|严重)?(?:超期|逾期|超时)|^红[牌灯色]?|^红|报警|overdue|red|late/i;
const WARN = /^黄[牌灯色]?|^预警|即将|临期|提醒|督办|橙|蓝|yellow|orange|amber|warning/i;

export type Flag = "late" | "warned" | "fine";

/** What an overdue column or lamp says: `是/否`, `超期/正常`, 红牌, a lamp's alt or file name. Undefined: not understood. */
export function readFlag(raw: string, marks: readonly string[] = []): Flag | undefined {
  for (const text of [fold(raw).trim(), ...marks.map((mark) => fold(mark).trim())]) {
    if (text === "") continue;
    if (NO.test(text) || /green|绿/i.test(text)) return "fine";
    if (YES.test(text) || LATE.test(text) || /red(?:light|card)?\b/i.test(text)) return "late";
    if (WARN.test(text)) return "warned";
  }
  return undefined;
}

/** Words that only a lamp or a card says. */
export const isLamp = (raw: string): boolean =>
  /^(?:[红黄绿蓝橙](?:牌|灯|色)?|预警|报警|提醒|正常|黄牌|红牌|(?:red|yellow|green|orange)\s*(?:light|lamp)?)$/i.test(
    fold(raw).trim(),
  );
