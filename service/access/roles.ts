/**
 * Who somebody is to this service. 三员分立 (GB/T 22239): whoever runs it sees no figures, whoever grants access runs nothing, and whoever
 * reads the record of both can do neither. One account has one role on one subtree, so that no account can hold two of the three.
 */
export const ROLES = [
  /** an enrolled browser, which sends and asks for nothing but its rules */
  "device",
  /** 系统管理员: units, devices, settings; no figures */
  "system-admin",
  /** 安全管理员: users, roles, tokens, sessions; no figures */
  "security-admin",
  /** 审计员: figures and cases of a subtree, and the record of every look at them */
  "auditor",
  /** 督查: figures and cases of the own unit, and the own device */
  "supervisor",
  /** 查阅: what an auditor reads, for a limited time, with less of each case */
  "reviewer",
  /** 采集: what the own device has seen */
  "observer",
] as const;
export type Role = (typeof ROLES)[number];

/** What a person can be. */
export const PEOPLE = [
  "system-admin",
  "security-admin",
  "auditor",
  "supervisor",
  "reviewer",
  "observer",
] as const satisfies readonly Role[];
export type PersonRole = (typeof PEOPLE)[number];

/** What a token for a program can be. */
export const TOKEN_ROLES = ["auditor", "system-admin"] as const satisfies readonly Role[];
export type TokenRole = (typeof TOKEN_ROLES)[number];

/** Those who may see figures and cases of their subtree. */
export const READERS = ["auditor", "supervisor", "reviewer"] as const satisfies readonly Role[];
