import type { UnitHistoryList } from "../../routes/shapes/units.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useAccountWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { Waiting } from "../ui/Waiting.tsx";

export function UnitHistory() {
  const words = useAccountWords().units;
  const answer = useAnswer<UnitHistoryList>("/v1/units/history");
  const place = (at: { name: string; parent: string | null } | null): string =>
    at === null ? "—" : [at.parent, at.name].filter((part) => part !== null).join("/");
  return (
    <Section title={words.history}>
      <Waiting answer={answer}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="faint">{words.none}</p>
          ) : (
            <div className="table-box" tabIndex={0} role="region" aria-label={words.history}>
              <table className="data">
                <thead>
                  <tr>
                    <th scope="col">{words.when}</th>
                    <th scope="col">{words.before}</th>
                    <th scope="col">{words.after}</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map((change) => (
                    <tr key={`${change.at} ${change.unit}`}>
                      <td className="date">{instantText(change.at)}</td>
                      <td>{place(change.before)}</td>
                      <td>{place(change)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Waiting>
    </Section>
  );
}
