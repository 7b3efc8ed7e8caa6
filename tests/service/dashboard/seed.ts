import type { Batch, CaseFacts } from "#shared/case/observation.ts";
import { addDays, day, isoDay } from "#shared/time/day.ts";

/** The moment at which the service of these tests stands. */
export const NOW = Date.parse("2026-11-20T10:00:00+08:00");
const TODAY = day("2026-11-20");

const DEPARTMENTS = ["区市场监督管理局", "区住房和城乡建设局", "区卫生健康局", "区交通运输局"];
const ITEMS = [
  "食品经营许可",
  "建筑工程施工许可证核发",
  "医疗机构执业登记",
  "道路货物运输经营许可",
];
const STEPS = ["收件", "受理", "审查", "决定", "制证"];

/** One case as a hand would write it: days before today, and what the page shows. */
interface Written {
  facts: CaseFacts;
  /** days before today at which it was seen, oldest first; each may say something else */
  seen: { ago: number; other?: CaseFacts }[];
}

const ago = (days: number): string => isoDay(addDays(TODAY, -days));

function ordinary(i: number): Written {
  const accepted = 6 + ((i * 7) % 55);
  const closed = i % 3 === 0 ? undefined : Math.max(1, accepted - 4 - ((i * 5) % 24));
  const limit = [5, 10, 15, 20][i % 4] ?? 10;
  const names = STEPS.slice(0, closed === undefined ? 3 : 5);
  const last = closed ?? 0;
  const steps = names.map((name, at) => {
    const share = (of: number): number =>
      Math.round(accepted - ((accepted - last) * of) / names.length);
    const running = closed === undefined && at === names.length - 1;
    return { name, enteredAt: ago(share(at)), ...(!running && { leftAt: ago(share(at + 1)) }) };
  });
  return {
    facts: {
      item: ITEMS[i % 4] ?? "",
      department: DEPARTMENTS[i % 4] ?? "",
      caseKind: "承诺件",
      status:
        closed === undefined
          ? { text: "审查中", kind: "processing" }
          : { text: "办结", kind: "finished" },
      step: names[names.length - 1] ?? "",
      acceptedAt: `${ago(accepted)}T09:${String(10 + (i % 40))}`,
      promisedLimit: { amount: limit, unit: "workday" },
      statutoryLimit: { amount: 20, unit: "workday" },
      ...(closed !== undefined && { closedAt: `${ago(closed)}T16:05` }),
      steps,
    },
    seen: [{ ago: Math.max(0, last - 1) }],
  };
}

/** Accepted 24 September with 5 working days over the National Day break: due 9 October (DOMAIN 1.9). */
export const REWRITTEN: Written = {
  facts: {
    item: "食品经营许可",
    department: "区市场监督管理局",
    status: { text: "审查中", kind: "processing" },
    step: "审查",
    acceptedAt: "2026-09-24",
    promisedLimit: { amount: 5, unit: "workday" },
    due: "2026-10-09",
    steps: [
      { name: "受理", enteredAt: "2026-09-24", leftAt: "2026-09-25" },
      { name: "审查", enteredAt: "2026-09-25" },
    ],
  },
  seen: [
    { ago: 50 },
    { ago: 40, other: { due: "2026-12-09" } },
    { ago: 2, other: { due: "2026-12-09" } },
  ],
};

const PAUSED: Written = {
  facts: {
    item: "医疗机构执业登记",
    department: "区卫生健康局",
    status: { text: "特别程序", kind: "paused" },
    acceptedAt: "2026-11-02",
    promisedLimit: { amount: 10, unit: "workday" },
    pauses: [{ from: "2026-11-09", ground: "expert-review" }],
  },
  seen: [{ ago: 1 }],
};

const UNTELLABLE: Written = {
  facts: { item: "道路货物运输经营许可", status: { text: "办理中", kind: "processing" } },
  seen: [{ ago: 3 }],
};

/** Text that would run or compute if anything took it for more than text. */
export const HOSTILE = `<img src=x onerror="document.title='pwned'">=1+1`;
const HOSTILE_CASE: Written = {
  facts: {
    item: HOSTILE,
    department: "区交通运输局",
    status: { text: "审查中", kind: "processing" },
    acceptedAt: "2026-11-18",
    promisedLimit: { amount: 5, unit: "workday" },
  },
  seen: [{ ago: 0 }],
};

export const CASES: readonly Written[] = [
  ...Array.from({ length: 60 }, (_, i) => ordinary(i)),
  REWRITTEN,
  PAUSED,
  UNTELLABLE,
  HOSTILE_CASE,
];

/** What one device sends of the cases whose number leaves the remainder `part` of `parts`. */
export function batchOf(part: number, parts: number): Batch {
  const sights = CASES.flatMap((written, i) =>
    i % parts === part
      ? written.seen.map(({ ago: days, other }) => ({
          i,
          at: NOW - days * 86_400_000 - 3_600_000,
          written,
          other,
        }))
      : [],
  ).sort((a, b) => a.at - b.at);
  const records = sights.flatMap(({ i, at, written, other }, n) => [
    {
      type: "look",
      seq: 2 * n + 1,
      at,
      lastAt: at,
      times: 1,
      portal: "xzsp.qingyu.gov.cn",
      view: "/case/detail/…",
      kind: "detail",
      cases: 1,
      unidentified: 0,
      coverage: { shown: 1 },
      unreadable: [],
      reader: "shixian@0.1.0",
    },
    {
      type: "observation",
      seq: 2 * n + 2,
      look: 2 * n + 1,
      at,
      lastAt: at,
      times: 1,
      caseKey: keyOf(i),
      caseMask: `…${String(1000 + i)}`,
      facts: { ...written.facts, ...other },
      unreadable: written === UNTELLABLE ? [{ field: "acceptedAt", why: "ambiguous" }] : [],
    },
  ]);
  return { version: 1, sentAt: NOW, records };
}

export const keyOf = (i: number): string => i.toString(16).padStart(64, "0");
export const REWRITTEN_KEY = keyOf(CASES.indexOf(REWRITTEN));
