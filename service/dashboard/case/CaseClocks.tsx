import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useRuleWords } from "../language.tsx";
import { moment } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { useFactWords } from "./factText.ts";

/** The clocks that run beside each other: never one deadline. */
export function CaseClocks({ detail }: { detail: CaseDetail }) {
  const all = useRuleWords();
  const words = all.clocks;
  const { amount } = useFactWords();
  const { clocks, deemedAcceptedAt } = detail;
  if (clocks.length === 0) return null;
  return (
    <Section title={words.title} lead={words.lead}>
      {deemedAcceptedAt !== null && (
        <p className="notice">{words.deemed(moment(deemedAcceptedAt))}</p>
      )}
      <div className="table-box" tabIndex={0} role="region" aria-label={words.title}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.clock}</th>
              <th scope="col">{words.start}</th>
              <th scope="col">{words.limit}</th>
              <th scope="col">{words.due}</th>
              <th scope="col">{words.ended}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => (
              <tr key={`${clock.name} ${clock.of ?? ""} ${clock.start}`}>
                <th scope="row">
                  {words.names[clock.name]}
                  {clock.of !== null && <span className="faint"> {words.of(clock.of)}</span>}
                </th>
                <td className="date">{moment(clock.start)}</td>
                <td>
                  {clock.limit && amount(clock.limit)}
                  <small className="under">{words.source[clock.source]}</small>
                </td>
                <td className="date">
                  {clock.due !== null ? moment(clock.due) : rangeText(clock.range, all)}
                </td>
                <td className="date">{clock.ended === null ? "" : moment(clock.ended)}</td>
                <td className={clock.state === "late" ? "warn" : undefined}>
                  {words.states[clock.state]}
                  {clock.level !== null && <small className="under">{clock.level}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function rangeText(
  range: CaseDetail["clocks"][number]["range"],
  words: ReturnType<typeof useRuleWords>,
): string {
  if (range === null) return "";
  return range.latest === undefined
    ? words.notBefore(moment(range.earliest))
    : words.between(moment(range.earliest), moment(range.latest));
}
