import { GENERAL_NAMES, GENERAL_TIMES } from "#shared/reading/lexicon/general.ts";
import { LIMITS } from "#shared/reading/lexicon/limits.ts";
import { NAMES } from "#shared/reading/lexicon/names.ts";
import { TIMES } from "#shared/reading/lexicon/times.ts";

/** Words that say what a page is about and never whom: the reader's own lexicon, states, units, the furniture of lists. */
const MORE =
  `受理 办结 办件 办理 编号 号码 名称 时间 日期 状态 部门 单位 事项 类型 环节 步骤 节点 阶段 承诺 法定 时限 期限 限期 剩余 超期 逾期 超时 预警 正常 工作日 自然日 小时 分钟
天数 即办 当场 当日 承诺件 即办件 上报件 审批 审核 审查 审定 核准 批准 复审 初审 预审 复核 会签 签发 签批 决定 制证 发证 送达 领取 领证 收件 接件 登记 申请 申报 申办 提交 上报 补正 补件
补齐 退回 退件 驳回 不予 许可 准予 通过 同意 不同意 拒绝 撤回 撤销 注销 作废 终止 终结 挂起 暂停 中止 恢复 特别程序 听证 招标 拍卖 检验 检测 检疫 鉴定 专家评审 公示 公告 踏勘 勘验 核查 现场
待办 已办 在办 待审 待受理 已受理 未受理 已办结 未办结 处理 处理中 办理中 进行中 审核中 审批中 审查中 已完成 完成 结束 开始 流转 转办 交办 派单 反馈 回访 评价 归档 草稿 暂存 延期 延长
红牌 黄牌 绿牌 蓝牌 红灯 黄灯 绿灯 超期办结 按时办结 督办 催办 序号 操作 查看 详情 编辑 删除 导出 打印 查询 重置 搜索 上一页 下一页 首页 末页 尾页 每页 显示 记录 数据 暂无 合计 总计 共计 全部
选择 全选 展开 收起 更多 返回 保存 取消 确定 关闭 列表 台账 系统 平台 管理 业务 项目 工程 流程 任务 工单 投诉 咨询 建议 诉求 举报 信访 来电 来源 渠道 窗口 大厅 中心 政务 服务 行政 政府 办公室
街道 委员会 申请人 申请单位 当事人 联系人 联系电话 联系方式 手机 电话 证件 身份证 姓名 地址 经办人 承办人 办理人 审批人 处理人 责任人 负责人 意见 备注 说明 原因 内容 附件 材料 结果 进度 用时 耗时
历时 已用 累计 到期 截止 应办结 剩余时间 当前 所在 下一 上一 今天 昨天 前天 明天 后天 上午 下午 刚刚 年度 季度 月份 星期 有限公司 有限责任公司 股份 公司 集团 合作社 事务所 个体户 经营部 标题 主题
内容 类别 性质 级别 紧急 普通 优先 平台 网上 现场 一件事 联办 并联 主件 子件 未超期 不超期 已超期 未逾期 即将 到期 指南 依据 条件 收费 标准 设定 实施 主体 受理条件 办事 流程图 常见问题
登录 退出 用户 消息 通知 新闻 政策 法规 公开 信息 互动 机构 领导 简介 统计 分析 图表 日历 会议 课程 商品 价格 数量 个工作日 个自然日 个小时 个分钟 个月 个工作日内 工作日内 日内 之日起 是否 发送 接收 执行 权利 来访 负责 年审 年检 方式 对象 法律 依据 效力 监督 救济 程序 表格 样本 须知 范围 齐全 符合 形式 材料齐全 法定形式 企业 法人 个人 自然人 关于 截至 务必 请于 还剩 距离 尚未 已经 以上 以下 不收费 免费 网站 首问 专窗 综窗 综合`.split(
    /\s+/,
  );
const ENGLISH =
  `application applications permit permits case cases request requests reference number no id status state due date dates deadline received accepted submitted submission
created closed completed decided decision approved rejected refused granted withdrawn pending review reviewing progress in process processing overdue late left remaining days day hours hour working step
stage task activity department office officer agency council authority type kind category item title subject description owner action actions view edit delete search reset export print page of next
previous first last total items results rows entries showing to per from table list detail details history log user name time date and the for by at on not yet new open done today yesterday ago
minute minutes week weeks month months year years mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december am pm utc none null red green yellow orange blue grey gray light lamp normal sla awaiting response responses delayed requested successful unsuccessful partially long planning forwarded approval approvals verified verification document documents inspection inspected issued issue issues planned clerk online engineering administration applicant updated made been has have this that your please dear will be with as warning warn error success danger info primary`.split(
    /\s+/,
  );

const sources = [...LIMITS, ...TIMES, ...NAMES, ...GENERAL_NAMES, ...GENERAL_TIMES].map(
  ([form]) => form.source,
);
const HAN = new Set([
  ...MORE,
  ...sources.flatMap((source) => source.match(/[\u4e00-\u9fff]{2,}/g) ?? []),
]);
const LATIN = new Set([
  ...ENGLISH,
  ...sources.flatMap((source) => source.match(/(?<![\\a-z])[a-z]{4,}/g) ?? []),
]);
const LONGEST = Math.max(...[...HAN].map((word) => word.length));

export const isSafeLatin = (word: string): boolean => LATIN.has(word.toLowerCase());

/** Which characters of a run of Chinese stand in a safe word of two characters or more. */
export function safeIn(run: string): boolean[] {
  const safe: boolean[] = Array.from({ length: run.length }, () => false);
  for (let at = 0; at < run.length; at++)
    for (let length = Math.min(LONGEST, run.length - at); length >= 2; length--)
      if (HAN.has(run.slice(at, at + length))) {
        safe.fill(true, at, at + length);
        break;
      }
  // 申办人, 截止日, 超期件: what kind of thing, behind a safe word; 数量及方式: what joins two of them
  for (let at = 1; at < run.length; at++)
    if (
      safe[at - 1] &&
      (KINDS.includes(run[at] ?? "-") || (safe[at + 1] && JOINING.includes(run[at] ?? "-")))
    )
      safe[at] = true;
  return safe;
}
const KINDS = "人者员日件类号名期内项表书证单";
const JOINING = "及或和与的之并";

/** Single characters that count or name time, safe beside a number. */
export const isUnit = (char: string): boolean =>
  "年月日号时分秒天个件条项页第共约份次周至到前后内级元％%℃".includes(char);
/** The last character of an office's name, a document's number, a street: kind, not identity. */
export const ENDINGS =
  /(?:局|委|厅|处|科|室|股|站|所|院|署|乡|镇|部|组|号|区|市|县|省|路|街|厂|店|证|件)$/;
