import { day } from "#shared/time/day.ts";
import type { Notice } from "#shared/calendar/year.ts";
import type { RuleBookShape } from "../../routes/shapes/rules.ts";
import { useRuleWords } from "../language.tsx";
import { sourceText } from "./sourceText.ts";

/** Every year with its notices, the newest first; each opens into its days. */
export function YearsTable({ years }: { years: RuleBookShape["years"] }) {
  const words = useRuleWords();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.years}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.notice}</th>
            <th scope="col">{words.published}</th>
            <th scope="col" className="figure">
              {words.daysOff}
            </th>
            <th scope="col" className="figure">
              {words.daysWorked}
            </th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {[...years].reverse().flatMap(({ content: { year, notices }, imported, own }) =>
            notices.map((notice, i) => (
              <tr key={`${year} ${notice.title} ${notice.published}`}>
                <th scope="row">{i === 0 ? year : ""}</th>
                <td>
                  <NoticeDays notice={notice} />
                </td>
                <td className="date">{notice.published}</td>
                <td className="figure">{words.days(daysOff(notice))}</td>
                <td className="figure">{words.days(notice.makeUp.length)}</td>
                <td>{sourceText(own.includes(i) ? imported : null, words)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** A notice by its number; opened, its title, its address and its days. */
export function NoticeDays({ notice }: { notice: Notice }) {
  const words = useRuleWords();
  return (
    <details className="fold">
      <summary>{notice.number ?? notice.title}</summary>
      <p>
        {notice.title}
        <br />
        <span className="faint address">{notice.address}</span>
      </p>
      <ul className="notes">
        {notice.off.map(([name, first, last]) => (
          <li key={name + first}>{words.off(name, first, last)}</li>
        ))}
        {notice.makeUp.map(([name, date]) => (
          <li key={name + date}>{words.worked(name, date)}</li>
        ))}
      </ul>
    </details>
  );
}

const daysOff = ({ off }: Notice): number =>
  off.reduce((sum, [, first, last]) => sum + day(last) - day(first) + 1, 0);
