import { type FoundMoment, type MomentContext, findMoments } from "./moment.ts";
import { fold } from "./text.ts";

const BEFORE =
  /(?:预计|预期|应|须|需|请于|请在|最迟|承诺|限|拟|将于|要求)[^，。；\n]{0,12}?$|(?:\bby|\bbefore|\bdue(?: on| by)?|deadline(?: is)?|no later than|respond(?:ed)? by|until)\s*(?:\w+ and by )?$/i;
const AFTER =
  /^\s*(?:前|之前|以前)[^，。；\n]{0,8}?(?:办结|完成|办理|反馈|答复|回复|处理|提交|完毕)/;

/** Says in a sentence that a date is when something must be done: `预计 7月30日 前办结`, `should have responded by 1 July 2025`. */
export const saysDue = (text: string): boolean =>
  text.length < 400 &&
  /前|应|须|请|最迟|承诺|by|due|before|deadline|until/.test(text) &&
  SENTENCE.test(fold(text));
const SENTENCE =
  /\d[^，。；\n]{0,8}(?:前|之前|以前)[^，。；\n]{0,8}(?:办结|完成|办理|反馈|答复|回复|处理|完毕)|(?:respond|decid|determin|complet|answer|reply|resolv|due)[^.\n]{0,40}\bby\b[^.\n]{0,20}\d|\bdue (?:on|by)\b[^.\n]{0,12}\d/i;

/** The date that such a sentence names. */
export function dueInProse(raw: string, context: MomentContext): FoundMoment | undefined {
  if (!saysDue(raw)) return undefined;
  const text = fold(raw);
  const found = findMoments(text, context);
  return (
    found.find((each) => AFTER.test(text.slice(each.end))) ??
    found.find((each) => BEFORE.test(text.slice(0, each.start)))
  );
}
