import type { CalendarChanges } from "../../routes/shapes/calendar.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useRuleWords, useWords } from "../language.tsx";
import { moment, number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { JobProgress } from "./JobProgress.tsx";
import { useJob } from "./useJob.ts";
import { VerdictMark } from "../ui/VerdictMark.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";

const MOST = 500;

/** Which due dates an imported file has changed, both values beside each other. */
export function Changes({ file, name }: { file: number; name: string }) {
  const words = useRuleWords();
  const { job, problem: notBegun } = useJob({ file });
  const { data, problem, again } = useAnswer<CalendarChanges>(
    job === null || job.state === "running"
      ? null
      : `/v1/calendar/changes?file=${file}&most=${MOST}`,
  );
  const told = notBegun ?? problem;
  if (told !== null) return <ProblemNotice problem={told} again={again} />;
  return (
    <Section title={words.changes(name)}>
      {data === null ? <JobProgress job={job} /> : <Told changes={data} />}
    </Section>
  );
}

function Told({ changes }: { changes: CalendarChanges }) {
  const words = useRuleWords();
  const { before, versions, judged, changed, cases } = changes;
  const [first, last] = [before, versions].map((each) => `${each.regime} ${each.calendar}`);
  const all = changed.open + changed.closed;
  return (
    <>
      <p role="status">
        {words.judged(number(judged, 0))}
        {all === 0
          ? words.unchanged
          : words.changed(number(changed.open, 0), number(changed.closed, 0))}
      </p>
      <p className="faint">{words.changesLead(first ?? "", last ?? "")}</p>
      {all > cases.length && <p className="faint">{words.listed(number(cases.length, 0))}</p>}
      {cases.length > 0 && <ChangedTable cases={cases} />}
    </>
  );
}

function ChangedTable({ cases }: { cases: CalendarChanges["cases"] }) {
  const words = useRuleWords();
  const head = useWords().cases;
  const { at } = useFilters();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.showChanges}>
      <table className="data cases">
        <thead>
          <tr>
            <th scope="col">{head.number}</th>
            <th scope="col">{head.item}</th>
            <th scope="col">{head.department}</th>
            <th scope="col">{head.started}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ case: of, before, after }) => (
            <tr key={of.key}>
              <th scope="row">
                <Link to={at({ name: "case", key: of.key })} className="figure-link">
                  {of.mask}
                </Link>
              </th>
              <td>{of.item ?? ""}</td>
              <td>{of.department ?? ""}</td>
              <td className="date">{of.acceptedAt?.slice(0, 10) ?? ""}</td>
              <td>
                <Value verdict={before} />
              </td>
              <td>
                <Value verdict={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ verdict }: { verdict: CalendarChanges["cases"][number]["before"] }) {
  const words = useRuleWords();
  const { due, range, kind } = verdict;
  const date =
    due !== null
      ? moment(due)
      : range === undefined
        ? words.unknownDue
        : range.latest === undefined
          ? words.notBefore(moment(range.earliest))
          : words.between(moment(range.earliest), moment(range.latest));
  return (
    <>
      <span className="before-mark">{date}</span>
      <VerdictMark kind={kind} />
    </>
  );
}
