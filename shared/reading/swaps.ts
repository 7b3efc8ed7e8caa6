import type { StatusKind } from "../case/status.ts";
import { isClosed } from "../case/status.ts";
import type { Instant } from "../time/instant.ts";
import { type Moment, momentOf } from "../time/moment.ts";
import type { Concept } from "./concept.ts";
import type { Decided } from "./decide.ts";
import { isMomentConcept } from "./fits.ts";
import type { Grid } from "./grid.ts";
import { headerWords } from "./lexicon/meanings.ts";
import { isTold } from "./told.ts";
import { readAmount } from "./values/amount.ts";
import { readMoment } from "./values/moment.ts";
import { readRemaining } from "./values/remaining.ts";
import { statusKind } from "./values/status.ts";

/**
 * Headers that stand over each other's dates: `受理时间` over the due dates and the other way round looks as plausible in one row as
 * the truth. Over all rows it seldom is: what happened cannot lie ahead, an acceptance is not before its application nor after its due
 * date, only a closed case has a closing time. Each pair of columns with dates is read both ways; where both are as plausible, and the
 * other way would not call a case late, it is not called late.
 */
export interface Swaps {
  /** the headers contradict the values more than they would the other way round */
  shifted: boolean;
  /** pairs of columns that cannot be told apart */
  open: readonly (readonly [Dated, Dated])[];
}

export interface Dated {
  index: number;
  role: Role;
  read(row: number): Moment | undefined;
}

type Role = Concept | "latest-event" | "event";
const SAMPLE = 60;

/** What comes first cannot come after what comes second. */
const ORDER: readonly (readonly [Role, Role])[] = [
  ["submittedAt", "acceptedAt"],
  ["submittedAt", "due"],
  ["submittedAt", "statutoryDue"],
  ["submittedAt", "closedAt"],
  ["submittedAt", "stepEnteredAt"],
  ["submittedAt", "stepDue"],
  ["submittedAt", "deliveredAt"],
  ["receivedAt", "due"],
  ["receivedAt", "closedAt"],
  ["receivedAt", "deliveredAt"],
  ["acceptedAt", "due"],
  ["acceptedAt", "statutoryDue"],
  ["acceptedAt", "closedAt"],
  ["acceptedAt", "stepDue"],
  ["acceptedAt", "deliveredAt"],
  ["acceptedAt", "stepEnteredAt"],
  ["stepEnteredAt", "stepDue"],
  ["stepDue", "due"],
  ["due", "statutoryDue"],
  ["closedAt", "deliveredAt"],
  ...(["submittedAt", "receivedAt", "acceptedAt", "stepEnteredAt", "closedAt"] as const).map(
    (before): readonly [Role, Role] => [before, "latest-event"],
  ),
];
const HAPPENED: readonly Role[] = [
  "submittedAt",
  "receivedAt",
  "acceptedAt",
  "stepEnteredAt",
  "closedAt",
  "deliveredAt",
  "latest-event",
  "event",
];
/** Roles on which a verdict stands. */
const DECISIVE: readonly Role[] = ["acceptedAt", "due", "closedAt"];

const LATEST = /更新|修改|最后|最近|updated|modified/i;
const EVENT =
  /创建|录入|登记|签收|接收|打印|缴费|提交|申请|收件|受理|审核|审批|办理|发布|上传|生成|派|转|created|received|printed|issued|logged/i;

function roleOf({ concept, header, proposed }: Decided): Role {
  if (concept !== "other") return concept;
  if (proposed !== undefined && isMomentConcept(proposed)) return proposed;
  const words = headerWords(header);
  return LATEST.test(words) ? "latest-event" : EVENT.test(words) ? "event" : "other";
}

/** Asked once for a table. */
export function findSwaps(grid: Grid, columns: readonly Decided[], at: Instant): Swaps {
  const dated = columns.flatMap((column, index): Dated[] => {
    const { hidden, profile, second, concept } = column;
    if (isTold(column)) return []; // a person has said what it is
    if (hidden || second !== undefined || profile.labels.length > 0 || concept === "personal")
      return [];
    // a column that was taken for something else weighs too, where some of it is dates
    if (profile.filled === 0 || profile.moment < (concept === "other" ? 0.3 : 0.6)) return [];
    const context = { at, ...(profile.order !== undefined && { order: profile.order }) };
    const read = (row: number) => readMoment(grid.rows[row]?.cells[index]?.text ?? "", context);
    return [{ index, role: roleOf(column), read }];
  });
  if (dated.length < 2 || !dated.some(({ role }) => DECISIVE.includes(role)))
    return { shifted: false, open: [] };
  const rows = sampleOf(grid, columns, dated, at);
  const open: [Dated, Dated][] = [];
  let shifted = false;
  dated.forEach((a, i) =>
    dated.slice(i + 1).forEach((b, j) => {
      if (a.role === b.role || ![a, b].some(({ role }) => DECISIVE.includes(role))) return;
      const [first, second] = [i, i + 1 + j];
      const roles = dated.map(({ role }) => role);
      const other = [...roles];
      [other[first], other[second]] = [b.role, a.role];
      const asNamed = contradictions(rows, roles);
      const swapped = contradictions(rows, other);
      if (asNamed > swapped) shifted = true;
      else if (asNamed === swapped) open.push([a, b]);
    }),
  );
  return { shifted, open };
}

interface Row {
  dates: (Moment | undefined)[];
  today: string;
  status: StatusKind | undefined;
  /** whole days that the limit takes at least */
  limit: number | undefined;
  /** time left that the portal shows: below zero it is over */
  left: number | undefined;
}

function sampleOf(
  grid: Grid,
  columns: readonly Decided[],
  dated: readonly Dated[],
  at: Instant,
): Row[] {
  const today = momentOf(at, undefined, "day");
  const indexOf = (...concepts: Concept[]): number =>
    columns.findIndex(({ concept, hidden }) => !hidden && concepts.includes(concept));
  const [status, limit, left] = [
    indexOf("status"),
    indexOf("promisedLimit", "limit"),
    indexOf("remaining"),
  ];
  const step = Math.max(1, Math.floor(grid.rows.length / SAMPLE));
  const rows: Row[] = [];
  for (let r = 0; r < grid.rows.length && rows.length < SAMPLE; r += step) {
    const cells = grid.rows[r]?.cells ?? [];
    if (grid.rows[r]?.short) continue;
    const amount = readAmount(cells[limit]?.text ?? "", columns[limit]?.profile.unit);
    const remaining = readRemaining(cells[left]?.text ?? "", columns[left]?.profile.unit);
    rows.push({
      dates: dated.map(({ read }) => read(r)),
      today,
      status: statusKind(cells[status]?.text ?? ""),
      limit:
        amount !== undefined && amount !== "none" && /^(?:work)?day$/.test(amount.unit)
          ? amount.amount
          : undefined,
      left:
        remaining?.says === "left" || remaining?.says === "late"
          ? (remaining.left?.amount ?? (remaining.says === "late" ? -1 : undefined))
          : undefined,
    });
  }
  return rows;
}

const dayMs = (moment: Moment): number => Date.parse(moment.slice(0, 10)) / 86_400_000;

/** How often the values of the sampled rows contradict this way of reading them. */
function contradictions(rows: readonly Row[], roles: readonly Role[]): number {
  let found = 0;
  const place = new Map(roles.map((role, i) => [role, i] as const));
  for (const { dates, today, status, limit, left } of rows) {
    const of = (role: Role): Moment | undefined => dates[place.get(role) ?? -1];
    for (const [before, after] of ORDER) {
      const [a, b] = [of(before), of(after)];
      // to the precision that both show
      if (a !== undefined && b !== undefined && a.slice(0, b.length) > b.slice(0, a.length))
        found++;
    }
    roles.forEach((role, i) => {
      const date = dates[i];
      if (date !== undefined && HAPPENED.includes(role) && date.slice(0, 10) > today) found++;
    });
    const [accepted, due, closed] = [of("acceptedAt"), of("due"), of("closedAt")];
    if (closed !== undefined && status !== undefined && !isClosed(status)) found++;
    if (due !== undefined && accepted !== undefined && limit !== undefined) {
      const length = dayMs(due) - dayMs(accepted);
      if (length < limit - 1 || length > limit * 1.6 + 14) found++;
    }
    if (due !== undefined && left !== undefined && closed === undefined) {
      const away = dayMs(due) - dayMs(today);
      if (left < 0 ? away > 0 : left > 0 && away < 0) found++;
    }
  }
  return found;
}

/** Would this row be called late only because of which of two columns that cannot be told apart bears which name? */
export function hangsOnASwap({ open }: Swaps, row: number, facts: Facts, now: Moment): boolean {
  return open.some(([a, b]) => {
    const [mine, theirs] = [a.read(row), b.read(row)];
    if (mine === undefined || theirs === undefined) return false;
    const other = { ...facts };
    for (const [role, value] of [
      [a.role, theirs],
      [b.role, mine],
    ] as const)
      if (role === "acceptedAt" || role === "due" || role === "closedAt") other[role] = value;
    // without a due date a later acceptance makes the case less late
    if (facts.due === undefined)
      return facts.acceptedAt !== undefined && (other.acceptedAt ?? "") > facts.acceptedAt;
    return isLate(facts, now) && !isLate(other, now);
  });
}

interface Facts {
  acceptedAt?: Moment | undefined;
  due?: Moment | undefined;
  closedAt?: Moment | undefined;
}

/** By its dates alone, to the precision of its due date. */
const isLate = ({ due = "9999", closedAt }: Facts, now: Moment): boolean => {
  const end = closedAt ?? now;
  return due.slice(0, end.length) < end.slice(0, due.length);
};
