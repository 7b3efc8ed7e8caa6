import type { VerdictKind } from "#shared/limit/verdict.ts";

/**
 * The cases of the demo portal. Every person, firm and number is invented. `expect` is stated by hand: it is what a
 * supervisor with a wall calendar would say, at least two working days away from any boundary.
 */
export interface Seed {
  expect: VerdictKind;
  item: string;
  department: string;
  applicant: string;
  phone: string;
  /** 办件类型 */
  kind: "承诺件" | "即办件";
  /** the promise as the portal prints it; empty where it prints none */
  limit: string;
  /** the promise as a count; absent where nobody can count it */
  promise?: readonly [amount: number, unit: "workday" | "day"];
  /** working days (natural days for a promise in natural days) since acceptance; absent when not accepted yet */
  accepted?: number;
  /** the acceptance time is missing in the portal although the case is being handled */
  acceptedBlank?: true;
  /** working days from acceptance to the decision; 0 is the same day; absent while open */
  closed?: number;
  /** the portal has no time for the decision although it calls the case decided */
  closedBlank?: true;
  /** the portal does not print 承诺办结时间 for this case */
  dueBlank?: true;
  step: string;
  status: string;
  /** the special procedure or suspension that runs: its name, its approved length, working days since it began */
  pause?: { name: string; approved: string; ago: number };
}

const 审批局 = "区行政审批服务局";
const 市监局 = "区市场监督管理局";
const 住建局 = "区住房和城乡建设局";
const 卫健局 = "区卫生健康局";
const 人社局 = "区人力资源和社会保障局";
const 交通局 = "区交通运输局";
const 城管局 = "区城市管理局";
const 水务局 = "区水务局";
const 应急局 = "区应急管理局";
const 文旅局 = "区文化和旅游局";

type Promised = Pick<Seed, "kind" | "limit" | "promise">;
const workdays = (n: number): Promised => ({
  kind: "承诺件",
  limit: `${n}个工作日`,
  promise: [n, "workday"],
});
const days = (n: number): Promised => ({
  kind: "承诺件",
  limit: `${n}个自然日`,
  promise: [n, "day"],
});
const atOnce: Promised = { kind: "即办件", limit: "即办" };
const who = (applicant: string, phone: string) => ({ applicant, phone });

// prettier-ignore
export const seeds: readonly Seed[] = [
  { expect: "overdue", item: "食品经营许可（新办）", department: 市监局, ...who("青屿澜舟餐饮管理有限公司", "19900001027"), ...workdays(10), accepted: 17, step: "审查", status: "办理中" },
  { expect: "on-time", item: "公共场所卫生许可（新办）", department: 卫健局, ...who("青屿栖云民宿酒店", "19900001131"), ...workdays(20), accepted: 6, step: "审查", status: "办理中" },
  { expect: "due-soon", item: "劳务派遣经营许可", department: 人社局, ...who("青屿众合人力资源有限公司", "19900001242"), ...workdays(12), accepted: 11, step: "审核", status: "办理中" },
  { expect: "closed-on-time", item: "个体工商户设立登记", department: 市监局, ...who("陶望舒", "19900001358"), ...atOnce, accepted: 3, closed: 0, step: "办结", status: "已办结" },
  { expect: "on-time", item: "城镇污水排入排水管网许可", department: 水务局, ...who("青屿恒泽印染有限公司", "19900001466"), ...workdays(15), accepted: 4, step: "现场核查", status: "办理中" },
  { expect: "overdue", item: "占用、挖掘城市道路审批", department: 城管局, ...who("青屿北港燃气有限公司", "19900001573"), ...workdays(7), accepted: 13, step: "审核", status: "办理中" },
  { expect: "paused", item: "医疗机构设置审批", department: 卫健局, ...who("青屿仁济口腔门诊部", "19900001684"), ...workdays(20), accepted: 14, step: "特别程序", status: "特别程序（专家评审）", pause: { name: "专家评审", approved: "15个工作日", ago: 6 } },
  { expect: "closed-on-time", item: "道路货物运输经营许可", department: 交通局, ...who("青屿顺途物流有限公司", "19900001792"), ...workdays(10), accepted: 16, closed: 6, step: "办结", status: "已办结" },
  { expect: "not-started", item: "娱乐场所设立审批", department: 文旅局, ...who("青屿星幕文化娱乐有限公司", "19900001803"), ...workdays(10), step: "收件", status: "待受理" },
  { expect: "unknown", item: "历史建筑外部修缮装饰审批", department: 住建局, ...who("青屿老埠头商业运营有限公司", "19900001915"), kind: "承诺件", limit: "按规定", accepted: 19, step: "审查", status: "办理中" },

  { expect: "on-time", item: "建筑工程施工许可证核发", department: 住建局, ...who("青屿城建发展集团有限公司", "19900002026"), ...workdays(20), accepted: 9, step: "审查", status: "办理中" },
  { expect: "closed-late", item: "第二类医疗器械生产许可延续", department: 市监局, ...who("青屿康澜医疗器械有限公司", "19900002137"), ...workdays(10), accepted: 21, closed: 15, step: "办结", status: "已办结" },
  { expect: "overdue", item: "危险化学品经营许可", department: 应急局, ...who("青屿港联化工贸易有限公司", "19900002248"), ...workdays(20), accepted: 31, step: "现场核查", status: "办理中" },
  { expect: "on-time", item: "生产建设项目水土保持方案审批", department: 水务局, ...who("青屿新能风电有限公司", "19900002359"), ...workdays(15), accepted: 2, step: "审查", status: "已受理" },
  { expect: "due-soon", item: "设置大型户外广告设施审批", department: 城管局, ...who("青屿视界广告传媒有限公司", "19900002460"), ...workdays(8), accepted: 7, step: "决定", status: "待办结" },
  { expect: "closed-on-time", item: "护士执业注册（变更）", department: 卫健局, ...who("沈知遥", "19900002571"), ...atOnce, accepted: 5, closed: 0, step: "办结", status: "已办结" },
  { expect: "on-time", item: "民办职业培训学校设立审批", department: 人社局, ...who("青屿匠心职业培训学校（筹）", "19900002682"), ...workdays(30), accepted: 18, step: "审核", status: "办理中", dueBlank: true },
  { expect: "overdue", item: "临时占用林地审批", department: 审批局, ...who("青屿山海文旅投资有限公司", "19900002793"), ...workdays(15), accepted: 20, step: "审核", status: "办理中", dueBlank: true },
  { expect: "unknown", item: "特种设备使用登记", department: 市监局, ...who("青屿泰和物业服务有限公司", "19900002804"), kind: "承诺件", limit: "", accepted: 8, step: "审查", status: "办理中", dueBlank: true },
  { expect: "closed-on-time", item: "城市建筑垃圾处置核准", department: 城管局, ...who("青屿筑安渣土运输有限公司", "19900002915"), ...workdays(7), accepted: 14, closed: 3, step: "办结", status: "准予许可" },

  { expect: "overdue", item: "烟花爆竹经营（零售）许可", department: 应急局, ...who("青屿东埠日用杂货店", "19900003026"), ...days(20), accepted: 41, step: "审查", status: "办理中" },
  { expect: "on-time", item: "取水许可", department: 水务局, ...who("青屿海韵食品加工有限公司", "19900003137"), ...workdays(20), accepted: 3, step: "审查", status: "办理中" },
  { expect: "paused", item: "建设项目环境影响评价审批（报告表）", department: 审批局, ...who("青屿铸信精密机械有限公司", "19900003248"), ...workdays(10), accepted: 12, step: "特别程序", status: "特别程序（检测）", pause: { name: "检测", approved: "10个工作日", ago: 4 }, dueBlank: true },
  { expect: "closed-on-time", item: "出版物零售业务经营许可", department: 文旅局, ...who("青屿半亩书店", "19900003359"), ...workdays(8), accepted: 12, closed: 4, step: "办结", status: "准予许可" },
  { expect: "due-soon", item: "兽药经营许可", department: 审批局, ...who("青屿牧安动物药品经营部", "19900003460"), ...workdays(15), accepted: 14, step: "审核", status: "办理中" },
  { expect: "on-time", item: "营业性演出审批", department: 文旅局, ...who("青屿大剧院管理有限公司", "19900003571"), ...workdays(20), accepted: 8, step: "审查", status: "办理中" },
  { expect: "not-started", item: "食品生产许可（新办）", department: 市监局, ...who("青屿渔家海产品加工厂", "19900003682"), ...workdays(10), step: "补正", status: "待补正" },
  { expect: "overdue", item: "内资公司住所变更登记", department: 市监局, ...who("青屿云帆软件有限公司", "19900003793"), ...atOnce, accepted: 6, step: "审核", status: "办理中" },
  { expect: "closed-late", item: "放射诊疗许可", department: 卫健局, ...who("青屿第二人民医院", "19900003804"), ...workdays(7), accepted: 24, closed: 12, step: "办结", status: "已办结" },
  { expect: "on-time", item: "二次供水设施卫生许可", department: 卫健局, ...who("青屿安居物业管理有限公司", "19900003915"), ...workdays(15), accepted: 5, step: "现场核查", status: "办理中" },

  { expect: "overdue", item: "人力资源服务许可", department: 人社局, ...who("青屿智聘信息科技有限公司", "19900004026"), ...workdays(5), accepted: 9, step: "决定", status: "待办结" },
  { expect: "closed-on-time", item: "教师资格认定", department: 审批局, ...who("顾南枝", "19900004137"), ...workdays(15), accepted: 18, closed: 9, step: "办结", status: "已办结" },
  { expect: "on-time", item: "社会团体成立登记", department: 审批局, ...who("青屿区渔具行业协会（筹）", "19900004248"), ...days(30), accepted: 3, step: "审查", status: "办理中", dueBlank: true },
  { expect: "unknown", item: "动物防疫条件合格证核发", department: 审批局, ...who("青屿绿野养殖专业合作社", "19900004359"), kind: "承诺件", limit: "10个工作日", acceptedBlank: true, step: "审查", status: "办理中", dueBlank: true },
  { expect: "overdue", item: "机动车维修经营备案", department: 交通局, ...who("青屿驰远汽车维修服务部", "19900004460"), kind: "承诺件", limit: "24小时", accepted: 8, step: "审核", status: "办理中", dueBlank: true },
  { expect: "due-soon", item: "建设工程消防验收备案", department: 住建局, ...who("青屿悦城商业管理有限公司", "19900004571"), ...workdays(5), accepted: 4, step: "审核", status: "办理中" },
  { expect: "closed-on-time", item: "药品经营许可（零售）", department: 市监局, ...who("青屿百草堂大药房", "19900004682"), ...workdays(12), accepted: 19, closed: 8, step: "办结", status: "准予许可" },
  { expect: "paused", item: "超限运输车辆行驶公路许可", department: 交通局, ...who("青屿重装大件运输有限公司", "19900004793"), ...workdays(10), accepted: 15, step: "审核", status: "挂起", pause: { name: "挂起", approved: "", ago: 7 }, dueBlank: true },
  { expect: "on-time", item: "商品房预售许可", department: 住建局, ...who("青屿澄海置业有限公司", "19900004804"), ...workdays(10), accepted: 1, step: "审查", status: "已受理" },
  { expect: "not-started", item: "医师执业注册（首次）", department: 卫健局, ...who("陆闻笛", "19900004915"), ...workdays(5), step: "收件", status: "待受理" },

  { expect: "closed-late", item: "道路旅客运输站经营许可", department: 交通局, ...who("青屿南站客运服务有限公司", "19900005026"), ...workdays(15), accepted: 28, closed: 19, step: "办结", status: "不予许可" },
  { expect: "unknown", item: "母婴保健技术服务机构执业许可", department: 卫健局, ...who("青屿妇幼保健院", "19900005137"), ...workdays(10), accepted: 22, closedBlank: true, step: "办结", status: "已办结" },
  { expect: "closed-on-time", item: "第二类医疗器械经营备案", department: 市监局, ...who("青屿慧明眼镜店", "19900005248"), ...atOnce, accepted: 2, closed: 0, step: "办结", status: "已办结" },
  { expect: "overdue", item: "互联网上网服务营业场所审批", department: 文旅局, ...who("青屿极速网络会所", "19900005359"), ...workdays(10), accepted: 22, step: "审查", status: "办理中" },
  { expect: "on-time", item: "企业实行特殊工时制度审批", department: 人社局, ...who("青屿环岛公共交通有限公司", "19900005460"), ...workdays(20), accepted: 10, step: "审查", status: "办理中" },
  { expect: "due-soon", item: "水利工程建设项目初步设计审批", department: 水务局, ...who("青屿水利投资建设有限公司", "19900005571"), ...workdays(20), accepted: 19, step: "审核", status: "办理中" },
  { expect: "closed-on-time", item: "安全生产知识考核合格证核发", department: 应急局, ...who("周砚秋", "19900005682"), ...workdays(10), accepted: 11, closed: 2, step: "办结", status: "已办结" },
];
