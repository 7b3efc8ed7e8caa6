/** The order in which an application usually passes (DOMAIN 3.2); what a portal calls a step is kept as it stands. */
export const STEP_KINDS = [
  "apply", // 申请 申报
  "receive", // 收件 接件
  "pre-review", // 预审 预受理
  "accept", // 受理
  "supplement", // 补正
  "review", // 承办 审查 审核
  "special-procedure", // 特别程序
  "decide", // 批准 决定 办结
  "make", // 制证
  "deliver", // 颁证 送达 发证
  "evaluate", // 评价
] as const;
export type StepKind = (typeof STEP_KINDS)[number];
