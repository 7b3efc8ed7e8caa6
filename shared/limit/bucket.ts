/** The partition that sums to the total in every report (DOMAIN 4.3), with what cannot be told as its own part. */
export const BUCKETS = [
  "supplementing", // 未受理：材料补正
  "refused", // 未受理：不予受理
  "awaiting", // 未受理：待受理审查
  "withdrawn-before", // 未受理：主动撤回
  "closed-in-limit", // 已受理：时限内办结
  "open-in-limit", // 已受理：未逾期未办结
  "closed-late", // 已受理：逾期办结
  "open-overdue", // 已受理：逾期未办结
  "withdrawn", // 已受理：撤回、终止
  "unknown", // 无法判定
] as const;
export type Bucket = (typeof BUCKETS)[number];
