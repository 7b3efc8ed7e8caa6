import { plusDays } from "./days.ts";

/** A page that holds no case, though its words sound like cases: 通知公告. */
export const notices = (
  today: string,
): { title: string; from: string; at: string; reads: number }[] =>
  [
    ["关于开展超期办件专项清理工作的通知", "区行政审批服务局", 418],
    ["关于进一步压缩审批时限、公开承诺时限的公告", "区政务服务管理办公室", 1206],
    ["关于调整综合窗口受理时间的通知", "区政务服务中心", 877],
    ["政务服务平台系统升级维护公告", "区大数据管理局", 352],
    ["关于公布首批“一件事”集成办理事项清单的通知", "区政务服务管理办公室", 960],
    ["上季度办件质量评查情况通报", "区行政审批服务局", 541],
    ["关于规范特别程序办理环节的工作提示", "区行政审批服务局", 233],
    ["节假日期间政务服务大厅值班安排", "区政务服务中心", 1534],
  ].map(([title, from, reads], index) => ({
    title: String(title),
    from: String(from),
    at: plusDays(today, -3 - index * 6),
    reads: Number(reads),
  }));
