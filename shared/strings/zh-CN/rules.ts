import type { Amount } from "../../case/amount.ts";
import type { ClockName, Regime, Warn } from "../../limit/regime.ts";
import { page } from "./page.ts";
import { proof } from "./proof.ts";

const amount = ({ amount: n, unit }: Amount): string => page.amount(n, unit);
const warn = (rule: Warn): string => {
  switch (rule.kind) {
    case "workdays-left":
      return rule.n === 0 ? "应办结当日预警" : `剩余 ${rule.n} 个工作日及以内预警`;
    case "percent-used":
      return `时限用去 ${rule.percent}% 起预警`;
    case "hours-left":
      return `剩余 ${rule.hours} 小时及以内预警`;
    case "never":
      return "不预警";
  }
};
const CLOCKS: Record<ClockName, string> = {
  promise: "承诺时限",
  statute: "法定时限",
  step: "环节时限",
  notice: "收件至受理或告知补正",
  "special-procedure": "特别程序",
  supplement: "申请人补正",
  delivery: "送达",
  prolonged: "延期后时限",
  feedback: "督办、热线反馈",
};
const LENGTHS: Record<keyof Regime["statutory"], string> = {
  decision: "作出决定",
  prolong: "经批准延长",
  joint: "并联（联合）办理",
  jointProlong: "并联办理经批准延长",
  notice: "受理或一次告知补正",
  delivery: "颁发、送达",
  feedback: "督办、热线反馈",
};
const shift = (n: number): string =>
  n === 0 ? "届满后" : n < 0 ? `届满前 ${-n} 个工作日后` : `届满后再过 ${n} 个工作日`;
const monthDay = (text: string): string =>
  `${Number(text.slice(0, 2))} 月 ${Number(text.slice(3))} 日`;

/** Calendars and rule sets: what they say, in words, and the pages on which they are kept. */
export const rules = {
  title: "规则与日历",
  lead: "办件按下列节假日安排和判定规则判定。规则和日历的名称、版本随每项结果一并记载。",
  now: "现行口径",
  nowRegime: "判定规则",
  nowCalendar: "日历版本",
  nowCovers: "已公布的安排",
  covers: (from: string, to: string) => `${from} 至 ${to}`,
  beyond:
    "此后年度的安排尚未公布或尚未导入：应办结时间落入其中的，只给出最早和最晚日期，不推定某一日。",
  years: "节假日安排",
  yearsLead: "每年一份，均注明发布文件。展开可查看各日。",
  year: "年度",
  notice: "发布文件",
  published: "发布日期",
  daysOff: "放假",
  daysWorked: "调休上班",
  days: (n: number) => `${n} 天`,
  source: "来源",
  shipped: "内置",
  importedBy: (by: string, at: string) => `${by} 于 ${at} 导入`,
  versions: (n: number) => `共 ${n} 个版本`,
  off: (name: string, first: string, last: string) =>
    first === last ? `${name}：${first} 放假` : `${name}：${first} 至 ${last} 放假`,
  worked: (name: string, day: string) => `${name}：${day} 上班`,
  overlays: "地方日历",
  overlaysLead:
    "民族地方节日、临时停工和大厅自定日期，叠加于全国安排之上；只列已查明的年度，其余年度不推定。",
  overlay: "地区或大厅",
  knownYears: "已查明年度",
  usedBy: "使用的规则",
  none: "无",
  importTitle: "导入",
  importCalendar: "导入年度安排或地方日历",
  importLead:
    "选择 JSON 文件，或将内容粘贴于下。年度文件为 {year, notices}，地方日历为 {id, name, years}。导入后立即按新安排重新判定，原有版本保留。",
  chooseFile: "选择文件",
  content: "文件内容",
  checking: "正在校验…",
  faults: (n: number) => `有 ${n} 处须更正`,
  valid: (kind: string, name: string) => `校验通过：${kind} ${name}`,
  known: "内容与现有版本相同，无需导入。",
  kinds: { year: "年度安排", overlay: "地方日历", regime: "判定规则" },
  submit: "导入",
  submitting: "正在导入…",
  done: (kind: string, name: string) => `已导入${kind} ${name}。`,
  doneRegime: "该规则须指定给单位后才用于判定。",
  newOnly: "年度安排影响全部单位，须由管理全部单位的系统管理员导入。",
  adminOnly: "导入和指定由系统管理员办理。",
  files: "导入记录",
  noFiles: "尚未导入过文件，全部使用内置的安排和规则。",
  file: "文件",
  importedAt: "导入时间",
  importer: "导入人",
  replaced: "已被后来的版本替代",
  showChanges: "查看变化",
  changes: (name: string) => `“${name}”引起的变化`,
  changesLead: (before: string, after: string) => `导入前按 ${before}，现按 ${after}。`,
  judged: (n: string) => `已重新判定 ${n} 件。`,
  changed: (open: string, closed: string) =>
    `其中应办结时间或判定有变化的：未办结 ${open} 件，已办结 ${closed} 件。`,
  unchanged: "没有办件的应办结时间或判定因此改变。",
  listed: (n: string) => `下列前 ${n} 件。`,
  judging: (percent: string) =>
    `正在后台按导入前后的规则逐件重新判定，已完成 ${percent}%。可以离开本页。`,
  judgingFailed: "重新判定未能完成，请管理员查看服务日志；下列结果为即时计算。",
  before: "导入前",
  after: "现在",
  unknownDue: "无法推算",
  between: (from: string, to: string) => `${from} 至 ${to}`,
  notBefore: (from: string) => `不早于 ${from}`,
  regimes: "判定规则",
  regimesLead: "全国没有统一的“超期”定义，各地系统口径不一。可按单位指定，也可复制一套修改后导入。",
  regime: "规则",
  version: "版本",
  chosenFor: "适用单位",
  everybody: "全部单位（默认）",
  chosen: (unit: string, at: string, by: string) => `${unit}（${by} 于 ${at} 指定）`,
  inWords: "规则内容",
  clauses: "所依据的条款",
  copy: "复制并修改",
  choose: "指定给单位",
  chooseUnit: "单位",
  chooseSubmit: "指定",
  chooseDone: (unit: string, regime: string) => `${unit}及其下级单位今后按 ${regime} 判定。`,
  editTitle: (name: string) => `由“${name}”复制的规则`,
  editLead: "左侧逐项修改，或在右侧直接修改 JSON；两处同步，边改边校验。名称和编号须与原规则不同。",
  form: "逐项修改",
  json: "JSON",
  formWaits: "右侧内容有误，更正后方可逐项修改。",
  download: "下载 JSON",
  cancel: "放弃修改",
  fields: {
    id: "编号（小写字母、数字、连字符）",
    version: "版本（日期）",
    nameZh: "中文名称",
    nameEn: "英文名称",
    granularity: "计算到",
    startDayCounts: "起算当日计入",
    endOfDay: "一日截止于",
    boundary: "超期界限",
    rolls: "最后一日为休息日的顺延",
    immediate: "即办件",
    warn: "预警",
    warnN: "数值",
    warnShort: "按小时计的预警",
    stops: "暂停承诺时限的事由",
    stopsStatute: "暂停法定时限的事由",
    overlap: "重叠的暂停",
    cap: "超过批准时长的暂停",
    sameDay: "当日暂停当日恢复",
    office: "办公时间（如 08:30-12:00 14:00-17:30）",
    overlays: "叠加的地方日历",
    statutory: (of: keyof Regime["statutory"]) => `法定：${LENGTHS[of]}（工作日）`,
  },
  options: {
    granularity: { day: "日", moment: "时刻" },
    endOfDay: { "24:00": "二十四时", close: "停止办公时" },
    boundary: { past: "已过应办结时间（<0）", reached: "到达应办结时间（≤0）" },
    immediate: {
      "same-day": "当日办结",
      "next-workday": "当日办结，下班后受理的为下一工作日",
      none: "不计时",
    },
    warn: {
      "workdays-left": "剩余工作日数",
      "percent-used": "已用百分比",
      "hours-left": "剩余小时数",
      never: "不预警",
    },
    overlap: { union: "只扣一次", sum: "分别扣除" },
    cap: { none: "全部扣除", approved: "只扣批准时长" },
    sameDay: { 0: "不扣除", 1: "扣一日" },
  },
  /** the clocks of one case */
  clocks: {
    title: "各项时限",
    lead: "法定、承诺、环节等时限分别计算，互不替代。",
    names: CLOCKS,
    of: (name: string): string =>
      name === "tolerance" ? "容缺补件" : ((proof.ground as Record<string, string>)[name] ?? name),
    clock: "时限",
    start: "起算",
    limit: "长度",
    source: { page: "页面所列", guide: "办事指南所载", law: "法律规定" },
    due: "届满",
    ended: "完成",
    state: "情况",
    states: {
      met: "按时",
      late: "已超",
      running: "进行中",
      stands: "暂停中",
      "cannot-tell": "无法判断",
    },
    deemed: (receivedAt: string): string =>
      `收到申请材料后逾期未告知补正，自收到材料之日（${receivedAt}）起即为受理（行政许可法第 32 条）。`,
  },
  /** a rule set as sentences */
  sentences(regime: Regime): string[] {
    const { officeHours, pauses, statutory, levels } = regime;
    const grounds = (list: readonly (keyof typeof proof.ground)[]): string =>
      list.length === Object.keys(proof.ground).length
        ? "全部事由"
        : list.map((ground) => proof.ground[ground]).join("、") || "无";
    return [
      `${regime.startDayCounts ? "起算当日计入" : "起算当日不计入，自次日起算"}；计算到${regime.granularity === "day" ? "日" : "时刻"}。`,
      `一日截止于${regime.endOfDay === "close" ? "停止办公时" : "二十四时"}；${regime.boundary === "past" ? "已过应办结时间即为超期" : "到达应办结时间即为超期"}。`,
      regime.rolls
        ? "以自然日、月、年计的时限，最后一日为休息日的，顺延至下一工作日。"
        : "以自然日、月、年计的时限，最后一日为休息日的，不顺延。",
      ...officeHours.map(({ season, weekdays, sessions }) => {
        const when = season ? `${monthDay(season.from)}至${monthDay(season.to)}` : "全年";
        const on = weekdays ? `每周第 ${weekdays.join("、")} 日` : "每个工作日";
        return `办公时间：${when}${on} ${sessions.map(([open, close]) => `${open}–${close}`).join("、")}。`;
      }),
      ...(officeHours.length === 0 ? ["未规定办公时间。"] : []),
      {
        "same-day": "即办件应于受理当日办结。",
        "next-workday": "即办件应于受理当日办结；下班后或休息日受理的，为下一工作日。",
        none: "即办件不计时。",
      }[regime.immediate],
      `${warn(regime.warn)}；以小时、分钟计的时限，${warn(regime.warnShort)}。`,
      `暂停承诺时限的事由：${grounds(pauses.stops)}。`,
      `暂停法定时限的事由：${grounds(pauses.stopsStatute)}。`,
      `重叠的暂停${pauses.overlap === "union" ? "只扣一次" : "分别扣除"}；${pauses.cap === "approved" ? "暂停以批准时长为限" : "暂停按实际时长扣除"}；当日暂停当日恢复的${pauses.sameDay === 1 ? "扣一日" : "不扣除"}。`,
      ...(Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]).flatMap((name) => {
        const length = statutory[name];
        return length ? [`${LENGTHS[name]}：${amount(length)}。`] : [];
      }),
      ...(Object.keys(CLOCKS) as ClockName[]).flatMap((clock) =>
        (levels[clock] ?? []).map(
          ({ name, of, workdays }) =>
            `${CLOCKS[clock]}的“${name["zh-CN"]}”：${of === "own" ? "该时限" : CLOCKS[of]}${shift(workdays)}。`,
        ),
      ),
      `日历 ${[regime.calendar.id, ...regime.calendar.overlays].join("+")}，时区 ${regime.zone}。`,
    ];
  },
};
