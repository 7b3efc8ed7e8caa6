import { z } from "zod";
import { isDropped } from "#shared/case/status.ts";
import { kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import type { Life } from "#shared/statistics/life.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Day } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { CaseView } from "../facts/case-view.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

const BY = ["department", "item"] as const;
const params = z.strictObject({ by: z.enum(BY).default("department") });
type Params = z.infer<typeof params>;

/** A stretch of a case's way: where it begins and ends, and where its end is still unknown. */
interface Segment {
  from(seen: CaseView): Day | undefined;
  to(seen: CaseView): Day | undefined;
}
const SEGMENTS = {
  front: { from: ({ filedDay }) => filedDay, to: ({ acceptedDay }) => acceptedDay },
  back: {
    from: ({ acceptedDay }) => acceptedDay,
    to: ({ closedDay, traits: { status } }) =>
      status !== null && isDropped(status) ? undefined : closedDay,
  },
  delivery: { from: ({ closedDay }) => closedDay, to: ({ deliveredDay }) => deliveredDay },
} as const satisfies Record<string, Segment>;
type SegmentId = keyof typeof SEGMENTS;
const IDS = Object.keys(SEGMENTS) as SegmentId[];

export const segments: Report<Params> = {
  id: "segments",
  title: (language) => strings(language).measures.segments.title,
  definition: (language) => strings(language).measures.segments.definition,
  columns(language) {
    const { columns, of, part } = strings(language).measures.segments;
    return [
      column("name", columns.name, "text"),
      column("total", columns.total, "number"),
      ...IDS.flatMap((id) => [
        column(`${id}N`, part.n(...of[id]), "number"),
        column(`${id}Median`, part.median(...of[id]), "duration", { unit: "day" }),
        column(`${id}P90`, part.p90(...of[id]), "duration", { unit: "day" }),
      ]),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "by",
      title: strings(language).measures.segments.by,
      values: [...BY],
      default: "department",
    },
  ],
  chart: { kind: "bar", category: "name", series: ["frontMedian", "backMedian", "deliveryMedian"] },
  figures(question) {
    const { cases, filter, params, language } = question;
    const started = cases.where(filter);
    const delivering = portalsThatDeliver(cases);
    const groups = started.groupBy(params.by);
    return {
      n: started.size,
      rows: groups.map(({ name, cases: own }) =>
        row(question, own, delivering, `${params.by}:${name}`, shown(name, language), {
          [params.by]: name,
        }),
      ),
      total: row(question, started, delivering, "total", strings(language).report.total, {}),
      notes: started.size === 0 ? [strings(language).report.note.none] : [],
    };
  },
};

/** A portal that never shows a delivery cannot tell that one is outstanding. */
function portalsThatDeliver(cases: CaseSet): ReadonlySet<string> {
  const found = new Set<string>();
  cases.each(({ portal, deliveredDay }) => {
    if (deliveredDay !== undefined) found.add(portal);
  });
  return found;
}

function row(
  question: Question<Params>,
  own: CaseSet,
  delivering: ReadonlySet<string>,
  key: string,
  name: string,
  query: Record<string, string>,
): Row {
  const { none } = strings(question.language).measures.segments;
  const { empty } = strings(question.language).report;
  const make = rowMaker({ ...question, cases: own }, key, query);
  make.text("name", name);
  make.count("total");
  for (const id of IDS) {
    const lives = livesOf(
      own,
      SEGMENTS[id],
      (seen) => id !== "delivery" || delivering.has(seen.portal),
    );
    const curve = kaplanMeier(lives);
    make.figure(`${id}N`, curve.n, none);
    const why = curve.n === 0 ? none : undefined;
    make.figure(`${id}Median`, quantile(curve, 0.5), why ?? empty["not-reached"]);
    make.figure(`${id}P90`, quantile(curve, 0.9), why ?? empty["percentile-not-reached"]);
  }
  return make.done();
}

/** Natural days; what has not ended lasts as long as it was seen, or until the case was closed without it. */
function livesOf(
  cases: CaseSet,
  { from, to }: Segment,
  takes: (seen: CaseView) => boolean,
): Life[] {
  const lives: Life[] = [];
  const today = dayOf(cases.asOf as Instant);
  cases.each((seen) => {
    const begin = from(seen);
    if (begin === undefined || !takes(seen)) return;
    const end = to(seen);
    const last = Math.min(dayOf(seen.lastSeenAt as Instant), today);
    const known = end ?? Math.max(begin, Math.min(last, seen.closedDay ?? last));
    if (known >= begin) lives.push({ time: known - begin, event: end !== undefined });
  });
  return lives;
}
