import { useWords } from "../language.tsx";
import { number } from "../ui/format.ts";
import { type ProofDay, type ProofLine, proofWeeks } from "./proofWeeks.ts";

/** Weeks under each other: what counts carries its number, what does not says why in a word. */
export function ProofCalendar({ lines, due }: { lines: readonly ProofLine[]; due: string | null }) {
  const dueDay = due?.slice(0, 10);
  const words = useWords();
  return (
    <table className="proof-calendar">
      <caption className="unseen">{words.case.proof}</caption>
      <thead>
        <tr>
          {words.weekday.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proofWeeks(lines).map((week) => (
          <tr key={week[0]?.date}>
            {week.map((each) => (
              <CalendarDay key={each.date} of={each} isDue={each.date === dueDay} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CalendarDay({ of, isDue }: { of: ProofDay; isDue: boolean }) {
  const words = useWords();
  const [line] = of.lines;
  if (line === undefined) return <td className="day day-none" />;
  const kinds = [...new Set([...of.lines.map(({ kind }) => kind), ...(isDue ? ["due"] : [])])];
  const text = of.lines.map((each) => each.text).join(" ");
  return (
    <td className={["day", ...kinds.map((kind) => `day-${kind}`)].join(" ")} title={text}>
      <span className="day-date">{of.date.slice(5)}</span>
      {of.ordinal !== undefined && <b className="day-count">{number(of.ordinal)}</b>}
      <span className="day-kind">
        {kinds
          .map((kind) => words.proofKind[kind] ?? "")
          .join(" ")
          .trim()}
      </span>
    </td>
  );
}
