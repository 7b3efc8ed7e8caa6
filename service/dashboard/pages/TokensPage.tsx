import { type FormEvent, useState } from "react";
import type { TokenAnswer, TokenList } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useCatalogue } from "../catalogue.tsx";
import { Tick } from "../rules/fields.tsx";
import { useAccessWords, useAccountWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { TextField } from "../ui/TextField.tsx";
import { UnitSelect } from "../ui/UnitSelect.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** What programs pull reports with. */
export function TokensPage() {
  const words = useAccountWords().tokens;
  const { roles } = useAccessWords();
  const answer = useAnswer<TokenList>("/v1/tokens");
  const [text, setText] = useState<string | null>(null);
  const { busy, problem, act } = useAct();
  usePageTitle(words.title);
  const revoke = async (id: string): Promise<void> => {
    if (await act("DELETE", `/v1/tokens/${id}`)) answer.again();
  };
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      {text !== null && (
        <div className="notice" role="status">
          <p>{words.text}</p>
          <code className="breaks">{text}</code>
        </div>
      )}
      <Waiting answer={answer}>
        {({ tokens, reports }) => (
          <>
            <NewToken
              reports={reports}
              made={(fresh) => {
                setText(fresh);
                answer.again();
              }}
            />
            <Section title={words.title}>
              {tokens.length === 0 && <p className="faint">{words.none}</p>}
              <div className="table-box" tabIndex={0} role="region" aria-label={words.title}>
                <table className="data">
                  <thead>
                    <tr>
                      {[words.name, words.role, words.unit, words.reports, words.expires].map(
                        (each) => (
                          <th key={each} scope="col">
                            {each}
                          </th>
                        ),
                      )}
                      <th scope="col">{words.used}</th>
                      <th scope="col">{words.state}</th>
                      <th scope="col" />
                    </tr>
                  </thead>
                  <tbody>
                    {tokens.map((each) => (
                      <tr key={each.id}>
                        <th scope="row">{each.name || each.id}</th>
                        <td>{roles[each.role]}</td>
                        <td>{each.unit.path}</td>
                        <td>
                          {each.reports
                            ?.map((id) => reports.find((one) => one.id === id)?.title ?? id)
                            .join("、") ?? words.all}
                        </td>
                        <td className="date">
                          {each.expiresAt ? instantText(each.expiresAt) : "—"}
                        </td>
                        <td className="date">
                          {each.lastUsedAt ? instantText(each.lastUsedAt) : words.never}
                        </td>
                        <td>{words.states[each.state]}</td>
                        <td>
                          {each.state === "active" && (
                            <button
                              type="button"
                              disabled={busy}
                              onClick={() => void revoke(each.id)}
                            >
                              {words.revoke}
                            </button>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Section>
          </>
        )}
      </Waiting>
      {problem && <ProblemNotice problem={problem} />}
    </article>
  );
}

function NewToken({ reports, made }: { reports: TokenList["reports"]; made(text: string): void }) {
  const words = useAccountWords().tokens;
  const { units } = useCatalogue();
  const [name, setName] = useState("");
  const [unit, setUnit] = useState(units[0]?.id ?? 0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState("90");
  const { busy, problem, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { name, unit, days: Number(days), reports: chosen.length === 0 ? null : chosen };
    const answer = await act<TokenAnswer>("POST", "/v1/tokens", body);
    if (!answer) return;
    setName("");
    setChosen([]);
    made(answer.text);
  };
  return (
    <Section title={words.add}>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <TextField label={words.name} hint={words.nameHint} value={name} set={setName} required />
        <UnitSelect label={words.unit} value={unit} set={setUnit} />
        <TextField
          label={words.days}
          type="number"
          min={1}
          max={366}
          value={days}
          set={setDays}
          required
        />
        <fieldset className="many">
          <legend>{words.chosen(chosen.length)}</legend>
          {reports.map(({ id, title }) => (
            <Tick
              key={id}
              label={title}
              value={chosen.includes(id)}
              set={(on) =>
                setChosen(
                  reports
                    .map((each) => each.id)
                    .filter((each) => (each === id ? on : chosen.includes(each))),
                )
              }
            />
          ))}
        </fieldset>
        <button type="submit" className="primary" disabled={busy}>
          {words.make}
        </button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
