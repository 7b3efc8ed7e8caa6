/** Reports that ask a unit to explain: each row is one case, or opens into its cases. */
export const supervision = {
  most: "最多列出行数",
  more: (shown: number, of: number) => `共 ${of} 行，列出前 ${shown} 行。`,
  portal: {
    title: "页面标注与推算结果不一致",
    definition:
      "期间内开始、既能依规则推算应办结时间又显示了门户自身应办结时间或超期标注的办件中，两者不一致的逐件列出，双方数值并列。应办结时间按日比较；推算只能给出区间的，门户日期在区间之外方为不一致；标注与按推算时间判断的是否超期比较。",
    columns: {
      portalDue: ["门户所列应办结时间", "页面自身显示的应办结时间。"],
      computedDue: ["推算应办结时间", "依受理时间、时限、暂停与日历推算，最后一个仍属按时的时间。"],
      later: ["门户晚于推算", "门户所列日期减推算日期的自然日数；负数表示门户更早。"],
      portalMark: ["门户标注", "页面自身的超期标注或剩余时间所示。"],
      computedMark: ["按推算时间", "以推算应办结时间判断：在办的按统计时点，已办结的按办结时间。"],
      verdict: ["判定", "按现行规则与日历对统计时点的判定。"],
    },
    mark: { late: "门户标注超期", "not-late": "门户标注未超期" },
    says: { late: "已过推算时间", "not-late": "未过推算时间", open: "不能确定" },
    empty: {
      noDate: "页面未显示应办结时间。",
      noMark: "页面没有可用的超期标注。",
      bounds: (from: string) => `日历未公布，只能推算不早于 ${from}。`,
    },
    nothingToCompare: "没有同时具备推算时间与门户日期或标注的办件，无法比较；并不表示一致。",
    found: (of: number, compared: number, apart: number, dates: number, marks: number) =>
      `${of} 件中 ${compared} 件可以比较，${apart} 件不一致：日期不一致 ${dates} 件，标注不一致 ${marks} 件（同一件可兼有）。`,
  },
  promised: {
    title: "承诺时限与法定时限",
    definition:
      "期间内开始、同时显示承诺时限和法定时限且均以工作日计的办件，按事项合计两种时限。压缩至＝承诺时限之和÷法定时限之和；压缩比＝（法定时限之和－承诺时限之和）÷法定时限之和，两者相加为 100%。即办按 0 个工作日计。只比较时限的规定，不是实际用时。",
    columns: {
      item: ["事项", "页面所列事项。"],
      total: ["办件总数", "期间内开始的办件。"],
      paired: [
        "两种时限均显示的占比",
        "分子：同时显示承诺时限与法定时限且均以工作日计的办件；分母：办件总数。",
      ],
      statutory: ["法定时限", "该事项最近开始的一件所显示的法定时限。"],
      promised: ["承诺时限", "该事项最近开始的一件所显示的承诺时限。"],
      sumStatutory: ["法定时限之和", "两种时限均显示的办件的法定时限相加。"],
      sumPromised: ["承诺时限之和", "同一批办件的承诺时限相加。"],
      saved: ["压缩的工作日", "法定时限之和减承诺时限之和；负数表示承诺长于法定。"],
      reducedTo: ["压缩至法定时限的", "分子：承诺时限之和；分母：法定时限之和。"],
      reducedBy: ["承诺时限压缩比", "分子：法定时限之和减承诺时限之和；分母：法定时限之和。"],
    },
    empty: {
      none: "没有同时显示两种工作日时限的办件。",
      severalItems: "合计涉及多个事项，时限不止一个。",
    },
    byItem: (items: number, statutory: number, promised: number, share: number) =>
      `每个事项只计一次：${items} 个事项法定时限合计 ${statutory} 个工作日，承诺时限合计 ${promised} 个工作日，压缩至 ${(share * 100).toFixed(1)}%，压缩比 ${((1 - share) * 100).toFixed(1)}%。`,
    mixed: (n: number) => `${n} 件的两种时限不是都以工作日计，不能相加，未计入。`,
  },
  pauses: {
    title: "计时暂停核查",
    definition:
      "期间内开始的办件中页面显示的每一次计时暂停（特别程序、补正、挂起等），一次一行，疑点多的在前。暂停时已用时限比例＝受理次日起至暂停前一日、扣除此前暂停的天数÷办理时限。所列疑点是请承办单位说明的事项，不是结论。",
    columns: {
      ground: ["暂停事由", "页面显示的暂停事由。"],
      basis: ["法律依据", "事由是否属于《行政许可法》第 45 条所列。"],
      from: ["暂停开始", "页面显示的开始时间。"],
      to: ["暂停结束", "页面显示的结束时间。"],
      used: [
        "暂停时已用时限比例",
        "分子：受理次日起至暂停前一日、扣除此前暂停的天数；分母：办理时限。超过 100% 的，暂停时时限已用尽。",
      ],
      stood: ["暂停工作日", "该次暂停停止计时的工作日；未结束的计至统计时点前一日。"],
      natural: ["暂停自然日", "该次暂停的自然日；未结束的计至统计时点前一日。"],
      asks: ["请说明的事项", "该次暂停引起的疑点，可有多项。"],
    },
    basis: { statutory: "第 45 条所列", beyond: "不在第 45 条所列" },
    ask: {
      late: "到期前最后两个工作日内启动。",
      after: "启动时时限已用尽。",
      again: "以同一事由重复暂停。",
      groundless: "未显示暂停事由。",
      supplement: "受理后要求补正。",
      none: "无",
    },
    empty: {
      running: "页面未显示结束时间。",
      "before-acceptance": "受理前或未显示受理时间，时限未起算。",
      "no-limit": "页面未显示办理时限。",
      "other-unit": "办理时限不以日计，不能按日计算比例。",
      uncovered: "期间超出已公布的节假日安排。",
    },
    note: {
      none: (n: number) =>
        `${n} 件中没有页面显示暂停。部分页面不显示暂停，没有显示不等于没有暂停。`,
      found: (of: number, n: number, times: number) =>
        `${of} 件中 ${n} 件显示暂停，共 ${times} 次。`,
      asked: (what: string, times: number, n: number) => `${what}${times} 次，涉及 ${n} 件。`,
    },
  },
  findings: {
    title: "疑点清单",
    definition:
      "期间内开始的办件中依规则发现的疑点，一件一类一行，按类排列，注明法条依据和所依据的页面记录。疑点是请承办单位核实或说明的事项，不是结论；页面未显示的情况无从发现。各类件数见附注，该类各行即为所计办件。",
    kind: "疑点类别",
    columns: {
      finding: ["疑点", "请核实或说明的事项。"],
      clause: ["法条依据", "引起该疑点的条款。"],
      times: ["次数", "该件出现该类疑点的次数。"],
      evidence: ["所依据的记录", "页面自身显示的内容。"],
      verdict: ["判定", "按现行规则与日历对统计时点的判定。"],
    },
    clause: (law: string, article: string) => `《${law}》第 ${article} 条`,
    noClause: "没有直接对应的条款，属于数据或流程上的疑点。",
    comma: "；",
    field: {
      acceptedAt: "受理时间",
      closedAt: "办结时间",
      start: "起始时间",
      end: "截止时间",
      ended: "完成时间",
      due: "应完成时间",
      from: "暂停开始",
      to: "暂停结束",
      ground: "暂停事由",
      step: "环节",
      enteredAt: "进入环节时间",
      leftAt: "离开环节时间",
      promised: "承诺时限",
      statutory: "法定时限",
      verdict: "判定",
    } as Record<string, string>,
    said: (field: string, value: string) => `${field}：${value}`,
    note: {
      none: (n: number) => `${n} 件中未发现所列疑点；页面未显示的情况无从发现。`,
      found: (of: number, n: number) => `${of} 件中 ${n} 件有疑点，一件可有多类。`,
      kind: (what: string, n: number, clause: string | null) =>
        `${n} 件：${what}${clause === null ? "" : `（${clause}）`}`,
    },
  },
  rework: {
    title: "补正、退回与环节流转",
    definition:
      "期间内开始的办件，按事项或承办部门统计每件的补正次数、办理环节数、退回次数和跨部门移交次数。每项平均数只以页面显示了相应记录的办件为分母，未显示的不按零计；未办结的计至最后看到时，以后可能增加。",
    by: "分列依据",
    columns: {
      name: ["事项或部门", "页面所列事项或承办部门。"],
      total: ["办件总数", "期间内开始的办件。"],
      pausesShown: ["显示暂停记录的占比", "分子：页面显示了暂停、补正记录的办件；分母：办件总数。"],
      rounds: ["每件补正次数", "分子：补正次数之和；分母：页面显示了暂停、补正记录的办件。"],
      mostRounds: ["最多补正次数", "同一批办件中一件的最多补正次数。"],
      stepsShown: ["显示环节的占比", "分子：页面显示了办理环节的办件；分母：办件总数。"],
      steps: ["每件环节数", "分子：环节记录数之和；分母：页面显示了办理环节的办件。"],
      mostSteps: ["最多环节数", "同一批办件中一件的最多环节记录数。"],
      returns: [
        "每件退回次数",
        "分子：再次进入曾经过的环节的次数之和；分母：页面显示了办理环节的办件。",
      ],
      handOvers: [
        "每件移交次数",
        "分子：相邻环节部门不同的次数之和；分母：每个环节都显示了部门的办件。",
      ],
    },
    empty: {
      noPauses: "页面没有显示暂停、补正记录，不能说明没有补正。",
      noSteps: "页面没有显示办理环节。",
      noDepartments: "没有每个环节都显示部门的办件。",
    },
    silent: (n: number, of: number) =>
      `${of} 件中有 ${n} 件的页面既未显示环节也未显示暂停、补正记录，未计入各项平均数。`,
  },
  unreadable: {
    title: "无法识别的页面内容",
    definition:
      "期间内开始的办件，按门户统计页面有该项内容而至今未能准确识别的办件。识别后的内容以最近一次为准；后来已识别的不计。无法识别的内容不作猜测，可能使办件无法判定。",
    columns: {
      portal: ["门户", "页面所在门户，或导入的文件。"],
      total: ["办件总数", "期间内开始的办件。"],
      unreadRate: ["有内容未识别的占比", "分子：至少一项内容未能识别的办件；分母：办件总数。"],
      fields: ["未识别的内容", "各项内容及未能识别的办件数，一件可有多项。"],
      unknown: ["无法判定", "不能判定是否超期的办件，原因不限于无法识别。"],
      unknownRate: ["无法判定占比", "分子：无法判定；分母：办件总数。"],
    },
    field: (name: string, n: number) => `${name} ${n} 件`,
    allRead: "没有未能识别的内容。",
    withoutNumber: "没有可识别办件编号的记录不成为办件，不在本表内，见覆盖情况中的未识别数。",
  },
};
