import type { Unit } from "../../case/amount.ts";

const unit: Record<Unit, (n: number) => string> = {
  workday: (n) => `${n}个工作日`,
  day: (n) => `${n}个自然日`,
  hour: (n) => `${n}小时`,
  minute: (n) => `${n}分钟`,
  "work-hour": (n) => `${n}个工作小时`,
  "work-minute": (n) => `${n}个工作分钟`,
  month: (n) => `${n}个月`,
  year: (n) => `${n}年`,
  immediate: () => "即办",
};

/** What a supervisor reads on the portal page itself. */
export const page = {
  product: "时限",
  amount: (amount: number, of: Unit) => unit[of](amount),
  due: (due: string) => `应办结时间：${due}`,
  dueUnknown: "应办结时间：无法推算",
  left: (left: string) => `剩余${left}`,
  over: (over: string) => `已超过${over}`,
  overPromise: "已超承诺时限。",
  overStatute: "已超法定时限。",
  basis: {
    computed: "依据：受理时间与时限，按工作日历推算。",
    declared: "依据：页面所列应办结时间。",
    marked: "依据：页面自身标注，本系统未能独立推算。",
  },
  fromGuide: (readAt: string) => `时限取自办事指南（读于 ${readAt}）。`,
  rules: (regime: string, calendar: string) => `规则：${regime}；日历：${calendar}`,
  proof: {
    counted: (first: string, due: string, n: number) =>
      `自 ${first} 起计第1日，至 ${due} 共计 ${n} 日。`,
    skipped: (all: readonly { name: string; days: number }[]) =>
      `其间${all.map(({ name, days }) => `${name}${days}天`).join("、")}放假，不计入。`,
    madeUp: (days: readonly string[]) => `${days.join("、")} 调休上班，计入。`,
    paused: (n: number) => `计时暂停 ${n} 天，不计入。`,
  },
  summary: {
    overdue: (n: number) => `超期 ${n}`,
    dueSoon: (n: number) => `预警 ${n}`,
    unknown: (n: number) => `无法判定 ${n}`,
    fine: (n: number) => `${n} 件均在时限内`,
    nothingRead: "本页有办件列表，但未能识别",
    label: "本页办件时限情况",
    teach: "教会识别本页",
    empty: "列表为空",
    open: "查看本页识别情况",
    close: "收起",
    seen: (shown: number) => `本页识别办件 ${shown} 件。`,
    seenOf: (shown: number, total: number) =>
      `本页识别办件 ${shown} 件，列表共 ${total} 件，其余未查看。`,
    unreadable: (field: string, why: string) => `${field}：${why}`,
    unreadableTitle: "未能识别的内容",
    caveat: "未识别不等于未超期。",
  },
  drift: {
    title: "本页与以往不同",
    caution: "门户可能已改版。在确认之前，本页的识别结果不可作为“未超期”的依据。",
    accept: "页面本来如此",
  },
  steps: {
    took: (workdays: string, natural: string) => `用时${workdays}（历时${natural}）`,
    running: (workdays: string, natural: string) => `已停留${workdays}（历时${natural}）`,
    unknown: "用时无法计算：页面未显示完整的起止时间",
    unknownShort: "用时不明",
    title: "环节用时",
    counted: "工作日自进入环节的次日起算，扣除法定节假日，计入调休上班日。",
    sameDay: "不足1个工作日",
    days: (days: number, hours: number) =>
      days > 0
        ? hours > 0
          ? `${days}天${hours}小时`
          : `${days}天`
        : hours > 0
          ? `${hours}小时`
          : "不足1小时",
    wholeDays: (days: number) => (days > 0 ? `${days}天` : "当日"),
  },
  unreadableWhy: {
    "columns-shifted": "表头与各行列数不一致，无法确定哪列是哪列",
    "columns-may-be-swapped": "两列日期无法区分，可能互换",
    "dates-contradict": "本行各日期先后矛盾",
    "row-incomplete": "本行缺少单元格",
    unsure: "把握不足，未采用",
    unnamed: "列名无法确定含义",
    "taken-by-another": "已有更确切的一列",
    personal: "含个人信息，未采集",
    unparsable: "内容无法准确识别",
    ambiguous: "含义不唯一，无法确定",
    missing: "页面未显示",
    "drift-columns": "以往能识别的列，现已缺失或无法识别",
    "drift-values": "以往能识别的时间或时限，现内容无法识别",
    "drift-empty": "分页显示有办件，但列表中一行也没有",
    "drift-gone": "以往打开即有办件，现未识别到任何办件",
    "reader-failed": "本页内容异常，未能读取",
    "not-a-limit": "不是可以计算的时限",
    "no-unit": "时限未注明单位",
    "values-disagree": "内容与列名不符",
    "unknown-word": "用语无法确定含义",
    "not-understood": "内容无法确定含义",
    "only-a-mark": "仅有图标或颜色，无法确定",
    blank: "空白",
  } as Record<string, string>,
  field: {
    caseNo: "办件编号",
    item: "事项名称",
    department: "承办部门",
    status: "办件状态",
    step: "当前环节",
    submittedAt: "申请时间",
    receivedAt: "收件时间",
    acceptedAt: "受理时间",
    due: "应办结时间",
    closedAt: "办结时间",
    promisedLimit: "承诺时限",
    statutoryLimit: "法定时限",
    limit: "办理时限",
    remaining: "剩余时间",
    steps: "办理过程",
    page: "本页",
  } as Record<string, string>,
};
