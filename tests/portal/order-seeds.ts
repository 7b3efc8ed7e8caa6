import type { Seed } from "./seeds.ts";

/** The 12345 work orders of the demo: another system, another vendor, other words for the same things. */
export interface OrderSeed extends Pick<
  Seed,
  "expect" | "limit" | "promise" | "accepted" | "closed" | "dueBlank" | "status"
> {
  title: string;
  sort: "咨询" | "求助" | "投诉" | "建议";
  unit: string;
  caller: string;
  phone: string;
}

const answer = { limit: "3个工作日", promise: [3, "workday"] } as const;
const handle = { limit: "13个工作日", promise: [13, "workday"] } as const;
const urgent = { limit: "5个工作日", promise: [5, "workday"] } as const;

// prettier-ignore
export const orderSeeds: readonly OrderSeed[] = [
  { expect: "overdue", title: "澜湾小区夜间施工扰民", sort: "投诉", unit: "区城市管理局", caller: "纪先生", phone: "19900007011", ...urgent, accepted: 9, status: "办理中" },
  { expect: "on-time", title: "旧楼加装电梯补贴申领问题", sort: "咨询", unit: "区住房和城乡建设局", caller: "温女士", phone: "19900007022", ...handle, accepted: 3, status: "办理中" },
  { expect: "closed-on-time", title: "社保卡补换领进度查询", sort: "咨询", unit: "区人力资源和社会保障局", caller: "穆女士", phone: "19900007033", ...answer, accepted: 6, closed: 1, status: "已办结" },
  { expect: "due-soon", title: "北港路路灯损坏多日未修", sort: "求助", unit: "区城市管理局", caller: "舒先生", phone: "19900007044", ...urgent, accepted: 4, status: "办理中" },
  { expect: "overdue", title: "餐饮油烟直排影响居民", sort: "投诉", unit: "区生态环境分局", caller: "宣女士", phone: "19900007055", ...handle, accepted: 20, status: "办理中" },
  { expect: "on-time", title: "建议增设旅游公交专线", sort: "建议", unit: "区交通运输局", caller: "路先生", phone: "19900007066", ...handle, accepted: 5, status: "办理中" },
  { expect: "closed-late", title: "预付卡商家停业退款难", sort: "投诉", unit: "区市场监督管理局", caller: "连女士", phone: "19900007077", ...urgent, accepted: 22, closed: 11, status: "已办结" },
  { expect: "unknown", title: "海岸线公共空间被占用", sort: "投诉", unit: "市自然资源局青屿分局", caller: "闻先生", phone: "19900007088", limit: "按规定时限", accepted: 12, dueBlank: true, status: "办理中" },
  { expect: "overdue", title: "物业费公示不清要求核查", sort: "投诉", unit: "区住房和城乡建设局", caller: "桑女士", phone: "19900007099", ...handle, accepted: 26, status: "办理中" },
  { expect: "on-time", title: "幼儿园普惠学位如何申请", sort: "咨询", unit: "区教育局", caller: "祁先生", phone: "19900007100", ...handle, accepted: 2, status: "办理中" },
  { expect: "closed-on-time", title: "自来水水压不足", sort: "求助", unit: "区水务局", caller: "晏女士", phone: "19900007111", ...urgent, accepted: 8, closed: 2, status: "已办结" },
  { expect: "due-soon", title: "老年人就餐补贴咨询", sort: "咨询", unit: "区民政局", caller: "柏先生", phone: "19900007122", ...handle, accepted: 12, status: "办理中" },
  { expect: "overdue", title: "校门口流动摊贩占道", sort: "投诉", unit: "区城市管理局", caller: "安女士", phone: "19900007133", ...answer, accepted: 8, status: "办理中" },
  { expect: "on-time", title: "新能源车充电桩布点建议", sort: "建议", unit: "区发展和改革局", caller: "蓝先生", phone: "19900007144", ...handle, accepted: 6, status: "办理中" },
];
