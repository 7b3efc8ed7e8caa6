import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { JudgedCase } from "./judged-case.ts";
import { ageOf, select, startedAt } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";
import { naturalDays } from "./working-time.ts";

const params = z.strictObject({ most: z.coerce.number().int().min(1).max(1000).default(50) });
type Params = z.infer<typeof params>;

export const longestWaiting: Report<Params> = {
  id: "longest-waiting",
  title: (language) => strings(language).audit.longestWaiting.title,
  definition: (language) => strings(language).audit.longestWaiting.definition,
  columns(language) {
    const { columns } = strings(language).audit.longestWaiting;
    return [
      column("mask", columns.mask, "text"),
      column("department", columns.department, "text"),
      column("item", columns.item, "text"),
      column("step", columns.step, "text"),
      column("startedAt", columns.startedAt, "date"),
      column("natural", columns.natural, "duration", { unit: "day" }),
      column("working", columns.working, "duration", { unit: "workday" }),
      column("verdict", columns.verdict, "text"),
      column("due", columns.due, "date"),
      column("seen", columns.seen, "date"),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "most",
      title: strings(language).audit.longestWaiting.most,
      values: null,
      default: "50",
    },
  ],
  chart: null,
  figures(question) {
    const { cases, filter, params, asOf, language } = question;
    const { report, audit } = strings(language);
    const open = select(cases, { ...filter, state: "open" }, asOf);
    const today = momentOf(asOf as Instant, undefined, "minute");
    const waits = open
      .map((each) => ({ each, days: naturalDays(startedAt(each.timeline), today) }))
      .sort((a, b) => b.days - a.days || (a.each.key < b.each.key ? -1 : 1));
    const listed = waits.slice(0, params.most);
    return {
      n: open.length,
      rows: listed.map(({ each, days }) => row(question, each, days)),
      total: null,
      notes: [
        ...(open.length === 0 ? [report.note.none] : []),
        ...(open.length > listed.length
          ? [audit.longestWaiting.more(listed.length, open.length)]
          : []),
      ],
    };
  },
};

function row(question: Question<Params>, each: JudgedCase, days: number): Row {
  const { asOf, language } = question;
  const { audit, report, verdict: words } = strings(language);
  const { timeline, verdict } = each;
  const { department = "", item = "" } = timeline;
  const make = rowMaker(question, `case:${each.key}`, { department, item, state: "open" });
  make.text("mask", each.mask);
  make.text("department", shown(department, language));
  make.text("item", shown(item, language));
  make.text("step", shown(timeline.step ?? "", language));
  make.text("startedAt", startedAt(timeline));
  make.text("natural", days);
  make.figure("working", ageOf(each, asOf), report.note.uncovered(1));
  make.text("verdict", words.mark[verdict.kind]);
  make.text("due", verdict.due);
  make.text("seen", momentOf(timeline.lastSeenAt, undefined, "minute"));
  const made = make.done();
  if (verdict.due === null) made.empty.due = audit.longestWaiting.noDue;
  return made;
}
