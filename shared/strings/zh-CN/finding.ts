import type { FindingId } from "../../limit/findings/finding.ts";

/** What each finding says: a question to the unit, never an accusation. */
export const finding: Record<FindingId, string> = {
  "closed-before-accepted": "办结时间早于受理时间，请核实两个时间。",
  "step-outside-case": "环节时间不在办件的起止时间之内，请核实登记时间。",
  "pause-without-ground": "计时暂停，但页面未显示暂停事由。",
  "pause-after-acceptance-for-supplement": "受理之后又要求补正；补正应当在受理前一次性告知。",
  "pause-near-due": "在到期前最后两个工作日内启动暂停，请说明必要性。",
  "re-hung": "同一办件以同一事由重复暂停。",
  "impossible-speed": "受理与办结间隔不足一分钟，且不属于即办件，请核实。",
  "outside-office-hours": "受理或办结时间不在工作时间内，请核实。",
  "step-over-limit": "环节用时超过该环节时限。",
  "promise-over-statute": "承诺时限长于法定时限。",
  "overrun-without-reason": "办理超时，页面未显示暂停、延期或超时理由；超时应当公开说明理由。",
  "special-procedure-over-length": "特别程序用时超过告知的期限。",
  "late-notice": "收件后五日内未受理也未告知补正；逾期不告知的，自收到材料之日起即为受理。",
  "late-delivery": "作出决定后十日内未送达。",
};
