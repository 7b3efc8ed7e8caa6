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
  /** `article` is a dash where the source is no numbered law: it is then named as it is */
  clause: (law: string, article: string, says: string): string =>
    article === "—" ? `${law}：${says}` : `《${law}》第 ${article} 条：${says}`,
  rules: (regime: string, calendar: string): string => `规则 ${regime}，日历 ${calendar}。`,
  onTime: (due: string): string => `应办结时间为 ${due}。`,
  between: (earliest: string, latest: string): string =>
    `应办结时间在 ${earliest} 至 ${latest} 之间，待节假日安排公布后确定。`,
  notBefore: (earliest: string): string => `应办结时间不早于 ${earliest}。`,
  /** the due dates of cases with the count that each rests on */
  ledger: {
    title: "应办结时间推算清单",
    definition:
      "所选范围内的办件逐件列明受理时间、时限、应办结时间、判定及其推算依据：自次日起计数，列明不计入的节假日、计入的调休上班日和暂停天数，并注明规则和日历版本。须打印或导出备查的，以本表为准。",
    columns: {
      accepted: ["受理时间", "页面所列受理时间；时限由此起算。"],
      limit: ["时限", "据以推算的时限：有承诺时限的从其承诺。"],
      due: ["应办结时间", "最后一刻仍为按时的时间；不能确定某一日的不列。"],
      verdict: ["判定", "统计截至时的判定。"],
      why: ["理由", "判定的每一项理由。"],
      proof: ["推算依据", "计数的起止、不计入的节假日、计入的调休上班日和暂停天数。"],
    },
    none: "页面未同时显示受理时间和时限，没有可推算的依据。",
    more: (listed: number, all: number): string =>
      `共 ${all} 件，按应办结时间先后列出前 ${listed} 件。`,
  },
};
