/** The canonical partition and both on-time rates, divided by whatever one wants to look at. */
export const delays = {
  by: {
    "delays-by-department": {
      title: "承办部门时效情况",
      of: "承办部门",
      name: ["承办部门", "页面所列承办部门。"],
    },
    "delays-by-item": {
      title: "事项时效情况",
      of: "事项",
      name: ["事项", "页面所列事项。"],
    },
    "delays-by-window": {
      title: "窗口时效情况",
      of: "看到办件的窗口（终端所属单位）",
      name: ["窗口", "看到该办件的终端所属的窗口或大厅，不一定是承办部门。"],
    },
    "delays-by-region": {
      title: "地区时效情况",
      of: "看到办件的下一级单位（地区、大厅）",
      name: ["地区", "所选单位的下一级；终端直属本级的列为“本级”。"],
    },
  },
  definition: (of: string) =>
    `期间内开始的办件按${of}分列，每行按互不重叠的类别统计，各类之和等于该行总数。按时率以期间内应办结时间已过的全部办件为分母，逾期未办结的计入分母。`,
  overlapping:
    "同一办件由多个单位的终端看到的，在各行均计入，合计只计一次，故各行之和可能大于合计。",
  level: (name: string) => `${name}（本级）`,
  columns: {
    total: [
      "办件总数",
      "期间内开始的办件：以受理时间为准，未受理的依次取收件、提交、首次看到的时间。",
    ],
    passed: ["时限已过", "应办结时间在期间内且已过的办件，含逾期未办结。"],
    passedOnTime: ["其中按时办结", "时限已过的办件中，办结时间不晚于应办结时间的。"],
    onTimeRate: ["按时率", "分子：其中按时办结；分母：时限已过（含逾期未办结）。"],
    closed: ["期间办结", "办结时间在期间内且能判定是否按时的办件。"],
    closedOnTime: ["期间按时办结", "期间办结的办件中，办结时间不晚于应办结时间的。"],
    closedOnTimeRate: [
      "按时办结率（仅计已办结）",
      "分子：期间按时办结；分母：期间办结。不含逾期未办结，通常高于按时率，仅供对照。",
    ],
  },
};
