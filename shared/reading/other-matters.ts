import type { Decided } from "./decide.ts";
import { headerWords } from "./lexicon/meanings.ts";

/** What has a time limit, and the words for the limit. */
const LIMIT_OF = /^(.{2,6}?)(?:截[止至]|期限|时限|限期|到期)(?:时间|日期|日)?$/;
/** What is done to a case itself. */
const OWN =
  /办|审|受理|许可|流程|业务|工单|案件|事项|项目|承诺|法定|处理|处置|完成|要求|规定|服务|工作/;
const STATE = /(?:状态|情况|结果)$/;

/**
 * `回复期限` beside `回复状态` and 受理状态 is the time for the reply and not for the case: what has a state of its own beside the state of
 * the case has its own time too.
 */
export function otherMatters(decided: readonly Decided[]): void {
  const shown = decided.filter(({ hidden }) => !hidden);
  if (!shown.some(({ concept }) => concept === "status")) return;
  for (const each of shown) {
    if (each.concept !== "due" && each.concept !== "limit") continue;
    const matter = LIMIT_OF.exec(headerWords(each.header))?.[1];
    if (matter === undefined || OWN.test(matter) || each.why.includes("taught")) continue;
    const own = shown.some(({ header, concept }) => {
      const words = headerWords(header);
      return concept !== "status" && words.startsWith(matter) && STATE.test(words);
    });
    if (!own) continue;
    each.concept = "other";
    each.confidence = "guess";
    each.why = [...each.why, "another-matter"];
  }
}
