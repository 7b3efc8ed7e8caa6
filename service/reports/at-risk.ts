import { conditionalSurvival, openAfter } from "#shared/statistics/conditional-survival.ts";
import { strings } from "#shared/strings/strings.ts";
import { type Day, isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { CaseView } from "../facts/case-view.ts";
import type { Histories } from "../facts/histories.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type ListParams, caseColumns, caseRow, listOffers, listParams } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import type { Question, Report } from "./report.ts";
import { column, shown } from "./rows.ts";

/** Fewer that had lasted as long, and the share would be luck. */
const ENOUGH = 30;

type Why = keyof ReturnType<typeof strings>["measures"]["risk"]["noneBecause"];

/** The chance of an open case of missing its due date, or why none is told. */
interface Outlook {
  due: Day | undefined;
  spent: number | undefined;
  by: "step" | "item";
  chance: { share: number; lower: number; upper: number; n: number } | undefined;
  why: Why | undefined;
  /** of the earlier cases that could be compared, where there were too few */
  few: number;
}

export const atRisk: Report<ListParams> = {
  id: "at-risk",
  title: (language) => strings(language).measures.risk.title,
  definition: (language) => strings(language).measures.risk.definition,
  columns(language) {
    const { columns } = strings(language).measures.risk;
    return [
      ...caseColumns(language),
      column("risk", columns.risk, "percent"),
      column("lower", columns.lower, "percent"),
      column("upper", columns.upper, "percent"),
      column("n", columns.n, "number"),
      column("due", columns.due, "date"),
      column("left", columns.left, "duration", { unit: "day" }),
      column("step", columns.step, "text"),
      column("spent", columns.spent, "duration", { unit: "day" }),
      column("why", columns.why, "text"),
    ];
  },
  params: listParams,
  offers: listOffers,
  chart: null,
  async figures(question) {
    const { cases, filter, params, language } = question;
    const { report, measures, supervision } = strings(language);
    const open = cases.where({ ...filter, state: "open" });
    const running = open.where({ verdict: ["on-time", "due-soon"] });
    const outlooks = outlooksOf(running, cases.histories());
    const told = running.filter(({ id }) => outlooks.get(id)?.chance !== undefined);
    const untold = running.filter(({ id }) => outlooks.get(id)?.chance === undefined);
    const byKey = new Map<string, Outlook>();
    running.each(({ id, key }) => {
      const own = outlooks.get(id);
      if (own) byKey.set(key, own);
    });
    const top = await told.top(params.most, ({ id }) => outlooks.get(id)?.chance?.share).open();
    const rest = await untold
      .top(params.most - top.length, ({ dueDay }) => -(dueDay ?? 1e9))
      .open();
    const paused = open.count({ verdict: ["paused"] });
    return {
      n: running.size,
      rows: [...top, ...rest].map((each) => row(question, each, byKey.get(each.key))),
      total: null,
      notes: [
        ...(running.size === 0
          ? [report.note.none]
          : [measures.risk.told(told.size, running.size)]),
        ...(paused > 0 ? [measures.risk.paused(paused)] : []),
        ...(running.size > params.most ? [supervision.more(params.most, running.size)] : []),
      ],
    };
  },
};

function outlooksOf(running: CaseSet, histories: Histories): Map<number, Outlook> {
  const today = dayOf(running.asOf as Instant);
  const entered = new Map<number, Day>();
  running.eachStay(({ step, enteredDay }, seen) => {
    if (step !== seen.step || enteredDay === undefined) return;
    entered.set(seen.id, Math.max(entered.get(seen.id) ?? enteredDay, enteredDay) as Day);
  });
  const found = new Map<number, Outlook>();
  running.each((seen) => found.set(seen.id, outlook(seen, entered.get(seen.id), today, histories)));
  return found;
}

function outlook(
  seen: CaseView,
  enteredDay: Day | undefined,
  today: Day,
  histories: Histories,
): Outlook {
  const { item, step, acceptedDay, dueDay } = seen;
  const none = { due: dueDay, by: "item" as const, chance: undefined, few: 0 };
  if (dueDay === undefined) return { ...none, spent: undefined, why: "due" };
  if (item === "") return { ...none, spent: undefined, why: "item" };
  if (enteredDay !== undefined) {
    const [spent, limit] = [today - enteredDay, dueDay - enteredDay];
    const chance = conditionalSurvival(histories.ofStep(item, step), spent, limit);
    if (chance && chance.n >= ENOUGH) return { ...none, by: "step", spent, chance, why: undefined };
  }
  if (acceptedDay === undefined) return { ...none, spent: undefined, why: "accepted" };
  const [spent, limit] = [today - acceptedDay, dueDay - acceptedDay];
  const curve = histories.ofItem(item);
  const chance = conditionalSurvival(curve, spent, limit);
  if (chance && chance.n >= ENOUGH) return { ...none, spent, chance, why: undefined };
  const few = openAfter(curve, spent);
  return { ...none, spent, why: few < ENOUGH ? "few" : "beyond", few };
}

function row(question: Question<ListParams>, each: JudgedCase, own: Outlook | undefined): Row {
  const { language, cases } = question;
  const { because, noneBecause } = strings(language).measures.risk;
  const make = caseRow(question, each);
  const step = shown(each.timeline.step ?? "", language);
  const today = dayOf(cases.asOf as Instant);
  const why = own?.why ?? "due";
  const reason = why === "few" ? noneBecause.few(own?.few ?? 0) : noneBecause[why];
  const chance = own?.chance;
  make.figure("risk", chance?.share, reason);
  make.figure("lower", chance?.lower, reason);
  make.figure("upper", chance?.upper, reason);
  make.figure("n", chance?.n, reason);
  make.text("due", own?.due === undefined ? null : isoDay(own.due));
  make.figure("left", own?.due === undefined ? undefined : own.due - today, noneBecause.due);
  make.text("step", step);
  make.figure("spent", own?.spent, noneBecause.accepted);
  const left = (own?.due ?? today) - today;
  const spent = own?.spent ?? 0;
  make.text(
    "why",
    chance
      ? own?.by === "step"
        ? because.step(chance.n, step, spent, left)
        : because.item(chance.n, spent, left)
      : reason,
  );
  const made = make.done();
  if (own?.due === undefined) made.empty.due = noneBecause.due;
  return made;
}
