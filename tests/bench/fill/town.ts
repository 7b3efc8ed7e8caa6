/** The invented city that the large databases are filled with: its offices, its catalogue, its portals. No name of it exists. */
export interface Item {
  name: string;
  code: string;
  department: string;
  caseKind: string;
  /** working days */
  promised: number;
  statutory: number;
}

/** How a portal's list shows a limit. */
export type Shows = "due" | "remaining" | "limit" | "nothing";

export interface Portal {
  host: string;
  shows: Shows;
}

const COUNTIES = [..."青云海石柳松竹梅兰桂枫杨"].map((name) => `${name}屿区`);
const HALLS = ["政务服务中心", "市民之家", "企业服务分厅"];

/** Paths of the units at which devices stand; the city itself is above them all. */
export const UNITS: readonly string[] = COUNTIES.flatMap((county) =>
  HALLS.map((hall) => `青屿市/${county}/${hall}`),
);

const DEPARTMENTS: readonly [name: string, of: readonly string[]][] = [
  ["市场监督管理局", ["食品经营许可", "药品经营许可", "特种设备使用登记", "企业设立登记"]],
  ["住房和城乡建设局", ["建筑工程施工许可", "商品房预售许可", "燃气经营许可", "消防设计审查"]],
  ["卫生健康局", ["医疗机构执业登记", "公共场所卫生许可", "护士执业注册", "医师执业注册"]],
  ["交通运输局", ["道路货物运输经营许可", "道路旅客运输站经营许可", "出租汽车车辆运营证"]],
  ["自然资源局", ["建设用地规划许可", "建设工程规划许可", "不动产首次登记", "采矿权登记"]],
  ["生态环境局", ["环境影响评价审批", "排污许可", "危险废物经营许可"]],
  ["人力资源和社会保障局", ["劳务派遣经营许可", "民办职业培训学校设立", "社会保险登记"]],
  ["农业农村局", ["动物防疫条件合格证", "农药经营许可", "兽药经营许可", "种子生产经营许可"]],
  ["水务局", ["取水许可", "河道管理范围内建设审批", "水土保持方案审批"]],
  ["文化和旅游局", ["娱乐场所设立审批", "营业性演出审批", "旅行社设立许可"]],
  ["应急管理局", ["危险化学品经营许可", "烟花爆竹零售许可"]],
  ["城市管理局", ["城市道路占用挖掘审批", "户外广告设置审批", "建筑垃圾处置核准"]],
  ["教育局", ["民办学校设立", "教师资格认定"]],
  ["民政局", ["社会团体成立登记", "养老机构备案", "殡葬设施建设审批"]],
  ["公安局", ["特种行业许可", "大型活动安全许可", "剧毒化学品购买许可"]],
  ["林业局", ["林木采伐许可", "使用林地审核"]],
];
const FORMS = ["新办", "变更", "延续", "注销", "补证"];
const PROMISED = [1, 3, 5, 7, 10, 15, 20];

export const ITEMS: readonly Item[] = DEPARTMENTS.flatMap(([department, names], d) =>
  names.flatMap((name, n) =>
    FORMS.map((form, f): Item => {
      const promised = PROMISED[(d * 5 + n * 3 + f * 2) % PROMISED.length] ?? 5;
      return {
        name: `${name}（${form}）`,
        code: `0001${String(d + 10)}${String(n + 10)}${String(f + 1)}000`,
        department,
        caseKind: promised === 1 ? "即办件" : "承诺件",
        promised,
        statutory: promised > 10 ? 60 : 20,
      };
    }),
  ),
);

export const PORTALS: readonly Portal[] = [
  { host: "spj.qingyu.gov.cn", shows: "due" },
  { host: "zwfw.qingyu.gov.cn:8080", shows: "limit" },
  { host: "gcjs.qingyu.gov.cn", shows: "remaining" },
  { host: "10.20.30.40", shows: "nothing" },
];

export const STEPS = ["收件", "受理", "审查", "决定", "制证", "送达"] as const;
/** Share of the whole that each step takes. */
export const SHARES = [0.05, 0.1, 0.5, 0.15, 0.15, 0.05] as const;
