/** What a portal's status word means, in one closed vocabulary (DOMAIN 3.1). The word itself is kept beside it. */
export const STATUS_KINDS = [
  "draft", // 草稿 暂存
  "submitted", // 已提交 待预审 预受理
  "received", // 收件 接件
  "accepted", // 受理
  "not-accepted", // 不予受理
  "supplement", // 补正 退回补件
  "processing", // 在办 审查 审核中
  "paused", // 挂起 特别程序
  "approved", // 准予许可 审批通过
  "rejected", // 不予许可 审批不通过
  "finished", // 办结, result not told
  "forwarded", // 转报 上报办结
  "withdrawn", // 撤回 撤件
  "terminated", // 作废 退窗 异常终止
  "delivered", // 已送达 已领取
  "revoked", // 撤销 注销 after the grant
  "overdue", // 超期 used where a status stands: says that the case is late, not where it is
] as const;

export type StatusKind = (typeof STATUS_KINDS)[number];

export interface Status {
  /** the word on the page; null where only a colour or lamp tells */
  text: string | null;
  kind: StatusKind;
}

/** The decision is made: the statutory clock has stopped (行政许可法 42, 44). */
export const isClosed = (kind: StatusKind): boolean =>
  [
    "approved",
    "rejected",
    "finished",
    "forwarded",
    "withdrawn",
    "terminated",
    "delivered",
    "revoked",
    "not-accepted",
  ].includes(kind);

/** Ended without a decision on the merits: such a case is never late, and never on time either. */
export const isDropped = (kind: StatusKind): boolean =>
  ["withdrawn", "terminated", "not-accepted", "revoked"].includes(kind);
