import type { Ground } from "../../case/observation.ts";
import type { ProofDay } from "../../limit/proof.ts";

const GROUND: Record<Ground, string> = {
  "special-procedure": "特别程序",
  hearing: "听证",
  tender: "招标",
  auction: "拍卖",
  inspection: "检验",
  testing: "检测",
  quarantine: "检疫",
  appraisal: "鉴定",
  "expert-review": "专家评审",
  supplement: "补正",
  suspended: "挂起",
  publicity: "公示",
  "site-visit": "现场踏勘",
  consultation: "征求意见",
  payment: "待缴费",
  "force-majeure": "不可抗力",
  other: "其他事由",
};

/** The sentences of a due date opened day by day, in the register of an official document. */
export const proof = {
  title: "应办结时间推算依据",
  ground: GROUND,
  /** one day of the strip */
  day({ kind, number, minutes, name, notice, ground, rolled }: ProofDay): string {
    const by = notice ? `（${notice.number ?? notice.title}）` : "";
    const counted =
      number === undefined
        ? minutes === undefined || minutes === 0
          ? "，不计入"
          : `，计 ${minutes} 分钟`
        : `，计为第 ${number} 日`;
    switch (kind) {
      case "start":
        return "起算当日，不计入。";
      case "workday":
        return rolled ? "顺延后的最后一日。" : `工作日${counted}。`;
      case "weekend":
        return rolled ? "最后一日为休息日，顺延。" : `休息日${counted}。`;
      case "holiday":
        return rolled
          ? `${name ?? ""}放假${by}，最后一日顺延。`
          : `${name ?? ""}放假${by}${counted}。`;
      case "make-up":
        return rolled
          ? `${name ?? ""}调休上班${by}，为顺延后的最后一日。`
          : `${name ?? ""}调休上班${by}${counted}。`;
      case "paused":
        return `因${ground === undefined ? "其他事由" : GROUND[ground]}暂停计时，不计入。`;
      case "uncovered":
        return "该年度节假日安排尚未公布或尚未导入，无法判断。";
    }
  },
  clause: (law: string, article: string, says: string): string =>
    `《${law}》第 ${article} 条：${says}`,
  rules: (regime: string, calendar: string): string => `规则 ${regime}，日历 ${calendar}。`,
  onTime: (due: string): string => `应办结时间为 ${due}。`,
  between: (earliest: string, latest: string): string =>
    `应办结时间在 ${earliest} 至 ${latest} 之间，待节假日安排公布后确定。`,
  notBefore: (earliest: string): string => `应办结时间不早于 ${earliest}。`,
};
