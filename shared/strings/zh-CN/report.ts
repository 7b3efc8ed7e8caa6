import type { Bucket } from "../../limit/bucket.ts";

/** Titles and definitions of every figure that an auditor may quote. A rate names its numerator and its denominator. */
export const report = {
  bucket: {
    supplementing: "未受理·材料补正",
    refused: "未受理·不予受理",
    awaiting: "未受理·待受理审查",
    "withdrawn-before": "未受理·主动撤回",
    "closed-in-limit": "已受理·时限内办结",
    "open-in-limit": "已受理·未逾期未办结",
    "closed-late": "已受理·逾期办结",
    "open-overdue": "已受理·逾期未办结",
    withdrawn: "已受理·撤回或终止",
    unknown: "无法判定",
  } satisfies Record<Bucket, string> as Record<Bucket, string>,
  bucketDefinition: {
    supplementing: "尚未受理，因材料补正退回申请人。",
    refused: "作出不予受理决定。",
    awaiting: "已提交或已收件，尚未作出受理决定。",
    "withdrawn-before": "受理前由申请人撤回或终止。",
    "closed-in-limit": "已办结，且办结时间不晚于应办结时间。",
    "open-in-limit": "已受理、未办结，应办结时间未过（含计时暂停）。",
    "closed-late": "已办结，办结时间晚于应办结时间。",
    "open-overdue": "已受理、未办结，应办结时间已过。",
    withdrawn: "受理后撤回、终止、作废或撤销，不计入是否超期。",
    unknown: "时限、受理时间、办结时间或日历缺失，不能判定是否超期；单列，不并入其他类。",
  } satisfies Record<Bucket, string> as Record<Bucket, string>,
  notShown: "（页面未显示）",
  total: "合计",
  share: (numerator: string, denominator: string) => `分子：${numerator}；分母：${denominator}。`,
  empty: {
    "no-denominator": "没有符合分母条件的办件。",
    "not-reached": "过半办件尚未结束，中位数未达到。",
    "percentile-not-reached": "结束的办件尚不足九成，九成分位未达到。",
    "no-duration": "没有可计算时长的办件。",
  },
  note: {
    unknown: (n: number, of: number) =>
      `${of} 件中有 ${n} 件无法判定是否超期，已单列，未计入按时率。`,
    dueUnknown: (n: number) =>
      `${n} 件由门户标注超期但未显示应办结时间，选定期间时不计入“时限已过”。`,
    unseen: (n: number, days: number) =>
      `${n} 件在办办件已超过 ${days} 天未再看到，可能已有变化，请核实。`,
    uncovered: (n: number) => `${n} 件的期间超出已公布的节假日安排，未计入时长。`,
    withoutTimes: (n: number) => `${n} 条环节记录未显示进入时间，未计入时长。`,
    none: "所选范围内没有看到办件。没有看到不等于没有超期，请先查看覆盖情况。",
  },
  days: (n: number) => `${n} 天`,
  report: {
    "time-per-step": {
      title: "各环节用时",
      definition:
        "期间内开始的办件在各环节停留的工作日数，扣除有记录的暂停。尚未离开的环节按截尾处理，中位数与九成分位采用 Kaplan–Meier 估计，不因难办件未结而偏低。页面未载明起止的，以各次查看界定：进入不晚于首次看到处于该环节之时、不早于此前最后一次看到处于另一环节之时，离开同理；与载明起止的一并作 Turnbull 估计，给出中位数与九成分位所在区间，区间不窄于查看间隔。首次看到时环节已在进行、又未载明进入时间的，不计入；载明进入时间的，自首次看到时起计入（左截断），门户亦列示已办结办件的除外。同一环节超过 2,000 条的，起止向外取整至 0.1 个工作日。",
      columns: {
        step: ["环节", "页面所列环节名称。"],
        n: ["进入次数", "显示了进入时间的环节记录数。"],
        left: ["已离开", "其中显示了离开时间的。"],
        open: ["尚未离开", "其中尚未离开的，按已停留时间截尾计入。"],
        median: ["用时中位数", "半数已离开该环节所用的工作日，Kaplan–Meier 估计。"],
        p90: ["用时九成分位", "九成已离开该环节所用的工作日，Kaplan–Meier 估计。"],
        closedMean: [
          "平均用时（仅计已离开）",
          "已离开记录的工作日平均数；不含尚未离开的，通常偏低，仅供对照。",
        ],
        gross: ["自然日中位数", "同一批记录按自然日、不扣除暂停计算的中位数。"],
        withoutTimes: ["无进入时间", "页面未显示进入时间、无法计算时长的环节记录数。"],
        exact: ["区间估计：时长确知", "起止均由页面载明，或所界定的最短与最长相同的环节停留数。"],
        bounded: [
          "区间估计：两次查看之间",
          "只知在两次查看之间进入或离开的环节停留数（区间删失）。",
        ],
        lasting: ["区间估计：尚未离开", "最后一次看到时仍在该环节的停留数（右删失）。"],
        unwatched: [
          "区间估计：未计入",
          "首次看到时已在进行且未载明进入时间，或首次看到前已离开，或超出已公布日历的环节停留数。",
        ],
        medianFrom: ["中位数下界", "Turnbull 估计的用时中位数所在区间的下界，工作日。"],
        medianTo: ["中位数上界", "同一区间的上界；查看不足以界定的，显示未达到。"],
        p90From: ["九成分位下界", "Turnbull 估计的九成分位所在区间的下界，工作日。"],
        p90To: ["九成分位上界", "同一区间的上界；查看不足以界定的，显示未达到。"],
      },
    },
    "open-cases-by-age": {
      title: "在办办件已历时长",
      definition:
        "截至统计时点尚未办结的办件，按自受理（未受理的按收件、提交或首次看到）起已经过的工作日分段。",
      columns: {
        age: ["已历工作日", "自开始之日次日起计的工作日数，未扣除暂停。"],
        open: ["在办", "尚未办结的办件。"],
        overdue: ["其中超期", "应办结时间已过的。"],
        dueSoon: ["其中预警", "已进入预警期的。"],
        onTime: ["其中时限内", "应办结时间未到、未进入预警期的。"],
        paused: ["其中计时暂停", "处于特别程序、补正或挂起期间的。"],
        notStarted: ["其中未受理", "尚未受理、时限未起算的。"],
        unknown: ["其中无法判定", "不能判定是否超期的。"],
      },
      band: (from: number, to: number | null) => (to === null ? `${from} 以上` : `${from}–${to}`),
      uncovered: "日历未覆盖",
    },
  },
};
