import type { CaseFacts } from "#shared/case/observation.ts";

export const NOW = Date.parse("2026-11-20T10:00:00+08:00");

export const aKey = (n: number): string => n.toString(16).padStart(64, "0");

export const aLook = (seq: number, more: object = {}): Record<string, unknown> => ({
  type: "look",
  seq,
  at: NOW,
  lastAt: NOW,
  times: 1,
  portal: "spj.qingyu.gov.cn",
  view: "/banjian/list",
  kind: "list",
  cases: 1,
  unidentified: 0,
  coverage: { shown: 1, total: 30, page: 1, pages: 3 },
  unreadable: [],
  reader: "0.1.0",
  ...more,
});

export const aSight = (
  seq: number,
  of: number,
  facts: CaseFacts = {},
  more: object = {},
): Record<string, unknown> => ({
  type: "observation",
  seq,
  at: NOW,
  lastAt: NOW,
  times: 1,
  look: 1,
  caseKey: aKey(of),
  caseMask: `…${String(of).padStart(4, "0")}`,
  facts: { status: { text: "在办", kind: "processing" }, ...facts },
  unreadable: [],
  ...more,
});
