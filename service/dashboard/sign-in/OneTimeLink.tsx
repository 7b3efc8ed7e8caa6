import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { passwordSet } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords, useWords } from "../language.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";

type Set = z.infer<typeof passwordSet>;

/** What a one-time link opens: the secret stands behind the `#` and was sent to nobody. `first` makes the first administrator. */
export function OneTimeLink({ first }: { first: boolean }) {
  const all = useWords();
  const words = useAccountWords().link;
  const [secret] = useState(() => location.hash.slice(1));
  const [login, setLogin] = useState("");
  const [name, setName] = useState("");
  const [unit, setUnit] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [differ, setDiffer] = useState(false);
  const [done, setDone] = useState<Set | null>(null);
  const { busy, problem, act } = useAct();
  const title = first ? words.setupTitle : words.invitationTitle;
  usePageTitle(title);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDiffer(password !== again);
    if (password !== again || busy) return;
    const made = first
      ? await act<Set>("POST", "/v1/setup", { secret, login, name, unit, password })
      : await act<Set>("POST", "/v1/invitation", { secret, password });
    if (!made) return;
    // the link is spent: it stays in no history
    history.replaceState(null, "", "/");
    setDone(made);
  };
  return (
    <main className="alone">
      <div className="sign-in">
        <header className="sign-in-head">
          <p className="brand">
            <b>{all.product}</b>
            <span>{all.tagline}</span>
          </p>
          <LanguageSwitch />
        </header>
        <h1>{title}</h1>
        {done ? (
          <>
            <p className="lead">{words.done(done.login)}</p>
            <a className="button" href="/">
              {words.toSignIn}
            </a>
          </>
        ) : (
          <form onSubmit={(event) => void submit(event)} noValidate>
            <p className="lead">{first ? words.setupLead : words.invitationLead}</p>
            {first && (
              <>
                <TextField label={words.name} value={name} set={setName} autoComplete="name" />
                <TextField
                  label={words.login}
                  value={login}
                  set={setLogin}
                  autoComplete="username"
                />
                <TextField label={words.unit} hint={words.unitHint} value={unit} set={setUnit} />
              </>
            )}
            <TextField
              label={words.password}
              hint={words.rule}
              type="password"
              autoComplete="new-password"
              value={password}
              set={setPassword}
            />
            <TextField
              label={words.again}
              type="password"
              autoComplete="new-password"
              value={again}
              set={setAgain}
            />
            <p className="field-error" role="alert">
              {differ ? words.differ : ""}
            </p>
            <button type="submit" className="primary" disabled={busy}>
              {words.submit}
            </button>
            {problem && <ProblemNotice problem={problem} />}
          </form>
        )}
      </div>
    </main>
  );
}
