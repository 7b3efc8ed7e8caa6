import type { Clause } from "../regime.ts";

const LICENSING = "行政许可法";
const CIVIL = "民法典";
const ORDER_722 = "优化营商环境条例";

/** What the national rules stand on, article by article. Summaries, not quotations. */
export const NATIONAL_CLAUSES: readonly Clause[] = [
  {
    for: "unit",
    law: LICENSING,
    article: "82",
    says: {
      "zh-CN": "实施行政许可的期限以工作日计算，不含法定节假日。",
      en: "Limits for licensing are counted in working days, statutory holidays excluded.",
    },
  },
  {
    for: "start",
    law: CIVIL,
    article: "201",
    says: {
      "zh-CN":
        "按日计算期间的，开始的当日不计入，自下一日开始计算；按小时计算的，自规定的时间开始计算。",
      en: "Counted by days, the first day is left out; counted by hours, time runs from the moment stated.",
    },
  },
  {
    for: "month",
    law: CIVIL,
    article: "202",
    says: {
      "zh-CN": "按年、月计算期间的，到期月的对应日为最后一日；没有对应日的，月末日为最后一日。",
      en: "Counted by months or years, it ends on the corresponding day, or on the month's last day when there is none.",
    },
  },
  {
    for: "roll",
    law: CIVIL,
    article: "203",
    says: {
      "zh-CN": "最后一日是法定休假日的，以法定休假日结束的次日为最后一日。",
      en: "When the last day is a statutory day of rest, the day after the rest is the last day.",
    },
  },
  {
    for: "end",
    law: CIVIL,
    article: "203",
    says: {
      "zh-CN": "最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间。",
      en: "The last day ends at 24:00, or at the close of business where there are business hours.",
    },
  },
  {
    for: "limit",
    law: LICENSING,
    article: "42",
    says: {
      "zh-CN": "自受理之日起二十日内作出决定；法律、法规另有规定的，依照其规定。",
      en: "A decision is made within 20 days of acceptance unless another law sets a different limit.",
    },
  },
  {
    for: "prolong",
    law: LICENSING,
    article: "42",
    says: {
      "zh-CN": "经本行政机关负责人批准可以延长十日，并应当将延长期限的理由告知申请人。",
      en: "The head of the organ may prolong it by 10 days, and the applicant is told why.",
    },
  },
  {
    for: "joint",
    law: LICENSING,
    article: "42",
    says: {
      "zh-CN":
        "统一办理或者联合办理、集中办理的，办理时间不得超过四十五日；经本级人民政府负责人批准可以延长十五日。",
      en: "Joint handling takes at most 45 days, prolonged by 15 with approval of the head of the government.",
    },
  },
  {
    for: "pause",
    law: LICENSING,
    article: "45",
    says: {
      "zh-CN":
        "听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在期限内，并应当书面告知申请人。",
      en: "Time for hearing, tender, auction, inspection, testing, quarantine, appraisal and expert review is not counted; the applicant is told in writing.",
    },
  },
  {
    for: "notice",
    law: LICENSING,
    article: "32",
    says: {
      "zh-CN": "材料不齐全或者不符合法定形式的，当场或者在五日内一次告知需要补正的全部内容。",
      en: "Missing or defective material is notified on the spot or within 5 days, once and in full.",
    },
  },
  {
    for: "deemed",
    law: LICENSING,
    article: "32",
    says: {
      "zh-CN": "逾期不告知的，自收到申请材料之日起即为受理。",
      en: "Without that notice the application counts as accepted from the day its material was received.",
    },
  },
  {
    for: "immediate",
    law: LICENSING,
    article: "34",
    says: {
      "zh-CN": "材料齐全、符合法定形式，能够当场作出决定的，应当当场作出书面的行政许可决定。",
      en: "Where a decision can be made on the spot, it is made on the spot in writing.",
    },
  },
  {
    for: "delivery",
    law: LICENSING,
    article: "44",
    says: {
      "zh-CN": "自作出决定之日起十日内向申请人颁发、送达行政许可证件。",
      en: "The licence is handed over within 10 days of the decision.",
    },
  },
  {
    for: "reason",
    law: ORDER_722,
    article: "36",
    says: {
      "zh-CN": "在规定时间内不能办结的，应当公开说明理由。",
      en: "Where the time set is exceeded, the reason is published.",
    },
  },
];
