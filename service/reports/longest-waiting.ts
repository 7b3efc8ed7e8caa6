import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { Row } from "../routes/shapes/report.ts";
import { caseRow } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import { startedAt } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column, shown } from "./rows.ts";
import { naturalDays, workingDays } from "./working-time.ts";

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
  async figures(question) {
    const { cases, filter, params, language } = question;
    const { report, audit } = strings(language);
    const open = cases.where({ ...filter, state: "open" });
    const listed = await open.top(params.most, ({ waited }) => waited).open();
    return {
      n: open.size,
      rows: listed.map((each) => row(question, each)),
      total: null,
      notes: [
        ...(open.size === 0 ? [report.note.none] : []),
        ...(open.size > listed.length ? [audit.longestWaiting.more(listed.length, open.size)] : []),
      ],
    };
  },
};

function row(question: Question<Params>, each: JudgedCase): Row {
  const { language, cases } = question;
  const { asOf } = cases;
  const { audit, report, verdict: words } = strings(language);
  const { timeline, verdict } = each;
  const today = momentOf(asOf as Instant, undefined, "day");
  const make = caseRow(question, each);
  make.text("step", shown(timeline.step ?? "", language));
  make.text("startedAt", startedAt(timeline));
  make.text(
    "natural",
    naturalDays(startedAt(timeline), momentOf(asOf as Instant, undefined, "minute")),
  );
  make.figure(
    "working",
    workingDays(startedAt(timeline), today, each.calendar),
    report.note.uncovered(1),
  );
  make.text("verdict", words.mark[verdict.kind]);
  make.text("due", verdict.due);
  make.text("seen", momentOf(timeline.lastSeenAt, undefined, "minute"));
  const made = make.done();
  if (verdict.due === null) made.empty.due = audit.longestWaiting.noDue;
  return made;
}
