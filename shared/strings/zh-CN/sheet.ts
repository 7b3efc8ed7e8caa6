/** Words of the sheets that leave the service. */
export const sheet = {
  figures: "数据",
  about: "说明",
  report: "报表",
  definition: "统计口径",
  window: "统计期间",
  windowText: (from: string | null, to: string | null) =>
    from === null && to === null ? "不限" : `${from ?? "最早"} 至 ${to ?? "截止时点"}`,
  asOf: "统计截至",
  generatedAt: "生成时间",
  unit: "单位范围",
  department: "承办部门",
  item: "事项",
  portal: "门户",
  all: "全部",
  n: "涉及办件",
  coverage: "覆盖情况",
  coverageText: (looks: number, devices: number, cases: number) =>
    `${devices} 台终端共查看 ${looks} 次，看到办件 ${cases} 件。`,
  unidentified: (n: number) => `另有 ${n} 次看到的办件没有可识别的编号，未计入任何数字。`,
  unreadable: (n: number) => `${n} 次查看中有字段无法识别。`,
  seenOf: (portal: string, view: string, seen: number, total: number) =>
    `${portal}${view}：看到 ${seen} 件，门户页码显示共 ${total} 件。`,
  regime: "规则版本",
  calendar: "日历版本",
  program: "程序版本",
  notes: "提示",
  column: "列",
  meaning: "含义",
  emptyMark: "“—”表示没有数字，原因如下",
  units: { workday: "工作日", day: "自然日", hour: "小时" },
  withUnit: (title: string, unit: string) => `${title}（${unit}）`,
};
