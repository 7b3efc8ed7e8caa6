import type { Ground, Pause } from "#shared/case/observation.ts";
import type { Evidence, Finding } from "#shared/limit/findings/finding.ts";
import { pauseAfterAcceptanceForSupplement } from "#shared/limit/findings/pause-after-acceptance-for-supplement.ts";
import { pauseNearDue } from "#shared/limit/findings/pause-near-due.ts";
import { pauseWithoutGround } from "#shared/limit/findings/pause-without-ground.ts";
import { reHung } from "#shared/limit/findings/re-hung.ts";
import { isStatutory } from "#shared/limit/grounds.ts";
import type { World } from "#shared/limit/verdict.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { Row } from "../routes/shapes/report.ts";
import {
  type ListParams,
  caseColumns,
  caseRow,
  listOffers,
  listParams,
  otherRules,
} from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import { select } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";
import { allowanceUsed } from "./allowance-used.ts";
import { worldOf } from "./world-of.ts";
import { naturalDays, pausedDays } from "./working-time.ts";

const QUESTIONS = {
  late: pauseNearDue,
  again: reHung,
  groundless: pauseWithoutGround,
  supplement: pauseAfterAcceptanceForSupplement,
} as const satisfies Record<string, Finding>;
type QuestionId = keyof typeof QUESTIONS | "after";
const IDS: readonly QuestionId[] = ["late", "after", "again", "groundless", "supplement"];

interface Hung {
  each: JudgedCase;
  pause: Pause;
  nth: number;
  used: ReturnType<typeof allowanceUsed>;
  asks: QuestionId[];
}

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
  figures(question) {
    const { cases, filter, params, asOf, language } = question;
    const { report, supervision } = strings(language);
    const { note } = supervision.pauses;
    const started = select(cases, filter, asOf);
    const paused = started.filter(({ timeline }) => timeline.pauses.length > 0);
    const all = paused
      .flatMap((each) => hungOf(each, worldOf(each, asOf)))
      .sort(
        (a, b) =>
          b.asks.length - a.asks.length ||
          share(b) - share(a) ||
          (a.each.key === b.each.key ? a.nth - b.nth : a.each.key < b.each.key ? -1 : 1),
      );
    return {
      n: paused.length,
      rows: all.slice(0, params.most).map((hung) => row(question, hung)),
      total: null,
      notes: [
        ...(started.length === 0 ? [report.note.none] : []),
        ...otherRules(paused, asOf, language),
        ...(started.length > 0 && paused.length === 0 ? [note.none(started.length)] : []),
        ...(paused.length > 0 ? [note.found(started.length, paused.length, all.length)] : []),
        ...IDS.flatMap((id) => {
          const asked = all.filter(({ asks }) => asks.includes(id));
          const inCases = new Set(asked.map(({ each }) => each.key)).size;
          return asked.length > 0
            ? [note.asked(supervision.pauses.ask[id], asked.length, inCases)]
            : [];
        }),
        ...(all.length > params.most ? [supervision.more(params.most, all.length)] : []),
      ],
    };
  },
};

const share = ({ used }: Hung): number => (typeof used === "number" ? used : -1);

/** The pauses of one case in the order of their beginnings, each with what it asks. */
function hungOf(each: JudgedCase, world: World | undefined): Hung[] {
  const { timeline, calendar } = each;
  const found = Object.entries(QUESTIONS).map(
    ([id, { find }]) => [id as QuestionId, world ? find(timeline, world) : []] as const,
  );
  return timeline.pauses
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((pause, nth) => {
      const used = allowanceUsed(timeline, pause, calendar);
      const asks = found.flatMap(([id, evidence]) =>
        evidence.some((one) => isAbout(one, pause)) ? [id] : [],
      );
      if (typeof used === "number" && used > 1) asks.push("after");
      return { each, pause, nth, used, asks: IDS.filter((id) => asks.includes(id)) };
    });
}

const isAbout = ({ from, ground }: Evidence, pause: Pause): boolean =>
  from === pause.from && (ground === undefined || ground === pause.ground);

function row(question: Question<ListParams>, { each, pause, nth, used, asks }: Hung): Row {
  const { language, asOf } = question;
  const { supervision, proof, report } = strings(language);
  const { basis, empty, ask } = supervision.pauses;
  const make = caseRow(question, each, `#${nth}`);
  const until = pause.to ?? momentOf(asOf as Instant, undefined, "day");
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
