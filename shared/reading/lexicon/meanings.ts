import type { Concept } from "../concept.ts";
import { fold } from "../values/text.ts";
import { GENERAL_NAMES, GENERAL_TIMES } from "./general.ts";
import { LIMITS } from "./limits.ts";
import { NAMES } from "./names.ts";
import type { Meaning, Rule } from "./rule.ts";
import { TIMES } from "./times.ts";

/** A word that only says that it is a time, after every line that says which. */
const ANY_TIME: Rule = [/(?:时间|日期|时刻)$/, "other"];
const SPECIFIC: readonly Rule[] = [...LIMITS, ...TIMES, ANY_TIME, ...NAMES];
const ALL: readonly Rule[] = [
  ...LIMITS,
  ...TIMES,
  ...GENERAL_TIMES,
  ANY_TIME,
  ...NAMES,
  ...GENERAL_NAMES,
];

/** Header words without what is not a word: carets, colons, stars, units in brackets, line breaks inside Chinese. */
export function headerWords(raw: string): string {
  const text = fold(raw)
    .replace(/[*：:↑↓▲▼△▽⇅?？]/g, " ")
    .replace(/[(（[][^()（）[\]]*[)）\]]/g, " ")
    .replace(/^\s*\/|\/\s*$/g, " ")
    .trim()
    .toLowerCase();
  return /[\u4e00-\u9fff]/.test(text)
    ? text.replace(/\s+/g, "")
    : text
        .replace(/[_\s]+/g, " ")
        .replace(/[.]$/, "")
        .trim();
}

/** Punctuation and numbers are not in the name of a column. */
const SENTENCE = /[，。；！,;!]|[\u4e00-\u9fff].*\d|\d{3}.*[\u4e00-\u9fff]/;

/** What a header or label may mean, best first; empty when neither the lexicon nor its grammar has a word for it. */
export const meanings = (header: string): readonly Meaning[] => remembered(header, ALL, known);
const known = new Map<string, readonly Meaning[]>();

/** What a label means by itself, without neighbours and values: what needs no condition first. */
export const alone = (label: string): Concept[] => {
  const all = meanings(label);
  return [
    ...all.filter((each) => !each.includes("?")),
    ...all.filter((each) => each.includes("?")),
  ].map((each) => each.split("?")[0] as Concept);
};

/** Is the text a label of the lexicon as it stands? The grammar would take any name of an item for one. */
export const isLabelWord = (text: string): boolean => remembered(text, SPECIFIC, labels).length > 0;
const labels = new Map<string, readonly Meaning[]>();

function remembered(
  header: string,
  rules: readonly Rule[],
  memory: Map<string, readonly Meaning[]>,
): readonly Meaning[] {
  const seen = memory.get(header);
  if (seen) return seen;
  const words = headerWords(header);
  let found: readonly Meaning[] = [];
  if (words !== "" && words.length <= 40 && !SENTENCE.test(words))
    for (const [form, ...rest] of rules)
      if (form.test(words)) {
        found = rest;
        break;
      }
  if (memory.size > 5000) memory.clear();
  memory.set(header, found);
  return found;
}

/** Words that name a case and not some other thing: at least one header or label must. */
export const speaksOfCases = (header: string): boolean => CASE_WORDS.test(headerWords(header));
const CASE_WORDS =
  /办件|受理|申办|申报|申请|审批|许可|工单|流程|案卷|办结|承诺|事项|环节|督办|诉求|投诉|信访|报监|联办|办理|督查|交办|任务|业务|节点|承办|拟办|立案|工作单|登记(?!日期|时间$)|application|permit|case|request|planning|licen[cs]e|determin|complaint/;

/** Words of other trades: a table that is about these is not about cases. */
export const speaksOfOtherThings = (header: string): boolean =>
  OTHER_TRADES.test(headerWords(header));
const OTHER_TRADES =
  /商品|产品|库存|单价|价格|金额|数量|会议|主持|用户(?:名|编号|昵称)|昵称|性别|年龄|学历|职务|职称|工号|ip$|uri|url|日志|浏览|点击|阅读|作者|课程|学分|成绩|合同|供应商|运单|快递|物流|揽收|车牌|规格|型号|品牌|资质(?:证|等级|类别|名称)|证书(?:编号|号|名称|有效)|公告标题|新闻|楼盘|填报周期|表单名称|角色|菜单|consultee|price|stock|quantity|author|course|score|邮编|库房|设备(?:名称|编号)|维修|航班|班次|床位|药品名称|剂量|考勤|工资|薪|消耗时间|请求方式|提交方式|系统模块/;
