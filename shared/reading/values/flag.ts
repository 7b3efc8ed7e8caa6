import { fold } from "./text.ts";

const YES = /^(?:是|有|√|✓|✔|y|yes|true)$/i;
const NO =
  /^(?:否|无|×|✗|n|no|false|正常|未超期|未逾期|未超时|未预警|未报警|无报警|not (?:yet )?(?:overdue|late)|绿灯?|绿牌)$/i;
const LATE =
  /^(?:已|严重)?(?:超期|逾期|超时)(?!预警|提醒|风险|督办)|^红[牌灯色]?|(?<!未|无|不|解除|取消)报警(?!解除|取消)/;
const WARN = /^黄[牌灯色]?|^预警|即将|临期|提醒|督办|橙|蓝/;

/** `redLight`, `lamp-red`, `lightred`, `label-danger`: a colour as a class, a file or a style calls it; `bordered` names none. */
const named = (words: string): RegExp =>
  new RegExp(
    `(?<![a-z])(?:light|lamp|dot|card|flag|icon|bg)?(?:${words})(?:light|lamp|dot|card|flag|icon|ish)?(?![a-z])`,
    "i",
  );
const SPEAKS =
  /[超逾红黄绿橙蓝]|报警|预警|即将|临期|提醒|督办|red|dang|err|overdue|late|yell|orange|amber|warn|green|succ|normal/i;
const LONGEST = 200;
const RED = named("red|danger|error|overdue|late");
const YELLOW = named("yellow|orange|amber|warn|warning");
const GREEN = named("green|success|normal");
const COLOURS = [/红/, /黄|橙/, /绿/, named("red"), named("yellow|orange|amber"), named("green")];

export type Flag = "late" | "warned" | "fine";

/**
 * What an overdue column or lamp says: `是/否`, `超期/正常`, 红牌, a lamp's alt, file name, class or colour. Undefined: not understood, or
 * several lamps say different things and which is lit cannot be told.
 */
export function readFlag(raw: string, marks: readonly string[] = []): Flag | undefined {
  const said = one(raw);
  if (said !== undefined) return said;
  const all = new Set(marks.map(one).filter((flag) => flag !== undefined));
  return all.size === 1 ? [...all][0] : undefined;
}

function one(raw: string): Flag | undefined {
  const text = fold(raw)
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1 $2");
  if (text === "" || text.length > LONGEST) return undefined;
  if (!SPEAKS.test(text)) return YES.test(text) ? "late" : NO.test(text) ? "fine" : undefined;
  // a legend of all lamps is none of them
  if (COLOURS.filter((form) => form.test(text)).length > 1) return undefined;
  if (NO.test(text) || /绿/.test(text) || GREEN.test(text)) return "fine";
  if (LATE.test(text) || RED.test(text)) return "late";
  if (WARN.test(text) || YELLOW.test(text)) return "warned";
  return undefined;
}

/** Words that only a lamp or a card says. */
export const isLamp = (raw: string): boolean =>
  /^(?:[红黄绿蓝橙](?:牌|灯|色)?|预警|报警|提醒|正常|黄牌|红牌|(?:red|yellow|green|orange)\s*(?:light|lamp)?)$/i.test(
    fold(raw).trim(),
  );
