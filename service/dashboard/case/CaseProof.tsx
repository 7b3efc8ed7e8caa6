import { useState } from "react";
import { parseDay, weekday } from "#shared/time/day.ts";
import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { moment, number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { ProofCalendar } from "./ProofCalendar.tsx";
import { type ProofRun, proofRuns } from "./proofRuns.ts";

/** Days that need no word beyond their kind; they are folded away on the screen and never in print. */
const ORDINARY: ReadonlySet<string> = new Set(["workday", "working", "weekend"]);

/** The due date as a count that anyone can repeat: a calendar to see it, and its grounds to check it. */
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
  const ordinary = proof.lines.filter(({ kind }) => ORDINARY.has(kind)).length;
  return (
    <Section title={words.proof} lead={words.proofLead}>
      {proof.limitFrom !== null && <p className="limit-from">{proof.limitFrom}</p>}
      <div className="proof">
        <ProofCalendar lines={proof.lines} due={proof.due} />
        <div>
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
                {proofRuns(proof.lines).map((run) => (
                  <ProofRow
                    key={run.from + run.kind}
                    run={run}
                    hidden={!whole && ORDINARY.has(run.kind)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {!whole && ordinary > 0 && (
            <button type="button" className="quiet no-print" onClick={() => setWhole(true)}>
              {words.proofFold(ordinary)}
            </button>
          )}
        </div>
      </div>
      {proof.clauses.length > 0 && (
        <ul className="clauses">
          {proof.clauses.map((clause) => (
            <li key={clause}>{clause}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ProofRow({ run, hidden }: { run: ProofRun; hidden: boolean }) {
  const all = useWords();
  const { from, to, kind, counted, upTo, text } = run;
  const name = (date: string): string => {
    const d = parseDay(date.slice(0, 10));
    const day = d === undefined ? "" : (all.weekday[weekday(d) - 1] ?? "");
    return `${moment(date)} ${day}`;
  };
  return (
    <tr className={hidden ? `day-${kind} only-print` : `day-${kind}`}>
      <th scope="row" className="date">
        {from === to ? name(from) : `${name(from)} — ${name(to)}`}
      </th>
      <td className="figure">
        {counted > 0 ? number(upTo) : <span className="faint">{all.case.proofSkipped}</span>}
      </td>
      <td>{text}</td>
    </tr>
  );
}
