import type { Ground } from "#shared/case/observation.ts";
import { isStatutory } from "#shared/limit/grounds.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { CaseSet } from "../facts/case-set.ts";
import { ASK_IDS, type AskId, type Hung, hungOf } from "../facts/hung.ts";
import type { State } from "../facts/state.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type ListParams, caseColumns, caseRow, listOffers, listParams } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";
import { naturalDays, pausedDays } from "./working-time.ts";

export const pauses: Report<ListParams> = {
  id: "pauses",
  title: (language) => strings(language).supervision.pauses.title,
  definition: (language) => strings(language).supervision.pauses.definition,
  columns(language) {
    const { columns } = strings(language).supervision.pauses;
    return [
      ...caseColumns(language),
      column("ground", columns.ground, "text"),
      column("basis", columns.basis, "text"),
      column("from", columns.from, "date"),
      column("to", columns.to, "date"),
      column("used", columns.used, "percent"),
      column("stood", columns.stood, "duration", { unit: "workday" }),
      column("natural", columns.natural, "duration", { unit: "day" }),
      column("asks", columns.asks, "text"),
    ];
  },
  params: listParams,
  offers: listOffers,
  chart: null,
  async figures(question) {
    const { cases, filter, params, language } = question;
    const { report, supervision } = strings(language);
    const { note } = supervision.pauses;
    const started = cases.where(filter);
    const paused = started.where({ has: ["paused"] });
    const { all, asked } = counted(paused);
    return {
      n: paused.size,
      rows: await listed(question, paused),
      total: null,
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(started.size > 0 && paused.size === 0 ? [note.none(started.size)] : []),
        ...(paused.size > 0 ? [note.found(started.size, paused.size, all)] : []),
        ...ASK_IDS.flatMap((id) => {
          const { times, inCases } = asked[id];
          return times > 0 ? [note.asked(supervision.pauses.ask[id], times, inCases)] : [];
        }),
        ...(all > params.most ? [supervision.more(params.most, all)] : []),
      ],
    };
  },
};

function counted(paused: CaseSet) {
  const asked = Object.fromEntries(ASK_IDS.map((id) => [id, { times: 0, inCases: 0 }])) as Record<
    AskId,
    { times: number; inCases: number }
  >;
  let all = 0;
  for (const [{ hung }, n] of paused.states()) {
    all += n * hung.length;
    const asks = hung.flatMap((each) => each.asks);
    for (const id of asks) asked[id].times += n;
    for (const id of new Set(asks)) asked[id].inCases += n;
  }
  return { all, asked };
}

type Ranked = State["hung"][number];
const share = ({ used }: Ranked): number => (typeof used === "number" ? used : -1);

/** What is asked most comes first, then the pause that began when most of the limit had run. */
const rank = (hung: Ranked): number => hung.asks.length * 1e6 + share(hung);

/** Those of the greatest rank lie in the cases whose greatest rank is greatest. */
async function listed(question: Question<ListParams>, paused: CaseSet): Promise<Row[]> {
  const { most } = question.params;
  const chosen = paused.top(most, ({ state }) => Math.max(...state.hung.map(rank)));
  return (await chosen.open())
    .flatMap((each) => {
      const { timeline, regime, calendar } = each;
      const at = paused.asOf as Instant;
      return hungOf(timeline, { regime, calendar, at }).map((hung) => ({ ...hung, each }));
    })
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        (a.each.key === b.each.key ? a.nth - b.nth : a.each.key < b.each.key ? -1 : 1),
    )
    .slice(0, most)
    .map((hung) => row(question, hung));
}

function row(
  question: Question<ListParams>,
  { each, pause, nth, used, asks }: Hung & { each: JudgedCase },
): Row {
  const { language, cases } = question;
  const { supervision, proof, report } = strings(language);
  const { basis, empty, ask } = supervision.pauses;
  const make = caseRow(question, each, `#${nth}`);
  const until = pause.to ?? momentOf(cases.asOf as Instant, undefined, "day");
  make.text("ground", proof.ground[pause.ground]);
  make.text("basis", basisOf(pause.ground) === "statutory" ? basis.statutory : basis.beyond);
  make.text("from", pause.from);
  make.text("to", pause.to ?? null);
  make.figure(
    "used",
    typeof used === "number" ? used : undefined,
    typeof used === "number" ? "" : empty[used],
  );
  // a pause that lasts has stood for the days that are over
  const stood = pausedDays([{ ...pause, to: until }], pause.from, until, each.calendar);
  make.figure("stood", stood, report.note.uncovered(1));
  make.text("natural", naturalDays(pause.from, until));
  make.text("asks", asks.map((id) => ask[id]).join("") || ask.none);
  const made = make.done();
  if (pause.to === undefined) made.empty.to = empty.running;
  return made;
}

const basisOf = (ground: Ground): "statutory" | "beyond" =>
  isStatutory(ground) ? "statutory" : "beyond";
