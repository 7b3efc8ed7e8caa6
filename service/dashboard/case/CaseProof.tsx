import { useState } from "react";
import { parseDay, weekday } from "#shared/time/day.ts";
import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { moment, number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { ProofCalendar } from "./ProofCalendar.tsx";
import type { ProofLine } from "./proofWeeks.ts";

/** Days that need no word beyond their kind; they are folded away on the screen and never in print. */
const ORDINARY: ReadonlySet<string> = new Set(["workday", "weekend"]);

/** The due date as a count that anyone can repeat: a calendar to see it, and a line for each day to check it. */
export function CaseProof({ detail }: { detail: CaseDetail }) {
  const words = useWords().case;
  const [whole, setWhole] = useState(false);
  const { proof } = detail;
  if (proof === null || proof.lines.length === 0)
    return (
      <Section title={words.proof}>
        <p className="faint">{words.noProof}</p>
      </Section>
    );
  const { lines } = proof;
  const ordinary = lines.filter(({ kind }) => ORDINARY.has(kind)).length;
  let sum = 0;
  const counted = lines.map((line) => ({ line, sum: (sum += line.counted) }));
  return (
    <Section title={words.proof} lead={words.proofLead}>
      <ProofCalendar lines={lines} />
      <div className="table-box" tabIndex={0} role="region" aria-label={words.proof}>
        <table className="data proof-lines">
          <thead>
            <tr>
              <th scope="col">{words.proofDay}</th>
              <th scope="col" className="figure">
                {words.proofCount}
              </th>
              <th scope="col">{words.proofWhy}</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ line, sum: upTo }, index) => (
              <ProofRow
                key={`${index}${line.date}`}
                line={line}
                upTo={upTo}
                hidden={!whole && ORDINARY.has(line.kind)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!whole && ordinary > 0 && (
        <button type="button" className="no-print" onClick={() => setWhole(true)}>
          {words.proofFold(ordinary)}
        </button>
      )}
    </Section>
  );
}

function ProofRow({ line, upTo, hidden }: { line: ProofLine; upTo: number; hidden: boolean }) {
  const all = useWords();
  const d = parseDay(line.date.slice(0, 10));
  return (
    <tr className={hidden ? `day-${line.kind} only-print` : `day-${line.kind}`}>
      <th scope="row" className="date">
        {moment(line.date)} {d !== undefined && all.weekday[weekday(d) - 1]}
      </th>
      <td className="figure">
        {line.counted > 0 ? number(upTo) : <span className="faint">{all.case.proofSkipped}</span>}
      </td>
      <td>{line.text}</td>
    </tr>
  );
}
