import type { Account } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";

/** Every browser in which one is signed in, each to be ended from here. */
export function Sessions({ mine, changed }: { mine: Account; changed: () => void }) {
  const words = useAccountWords().mine;
  const { busy, problem, act } = useAct();
  const end = async (path: string): Promise<void> => {
    if (await act("DELETE", path)) changed();
  };
  return (
    <Section
      title={words.sessions}
      aside={
        mine.sessions.length > 1 && (
          <button type="button" disabled={busy} onClick={() => void end("/v1/account/sessions")}>
            {words.endAll}
          </button>
        )
      }
    >
      <div className="table-box" tabIndex={0} role="region" aria-label={words.sessions}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.last}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.way}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.agent}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {mine.sessions.map((each) => (
              <tr key={each.id}>
                <td className="date">{instantText(each.lastAt)}</td>
                <td className="date">{instantText(each.createdAt)}</td>
                <td>{words.ways[each.way]}</td>
                <td>{each.address}</td>
                <td className="clip">{each.agent}</td>
                <td>
                  {each.current ? (
                    words.current
                  ) : (
                    <button
                      type="button"
                      disabled={busy}
                      onClick={() => void end(`/v1/account/sessions/${each.id}`)}
                    >
                      {words.end}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
