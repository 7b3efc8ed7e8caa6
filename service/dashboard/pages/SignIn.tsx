import { type FormEvent, useId, useState } from "react";
import { Failure, call } from "../api/call.ts";
import { useLanguage, useWords } from "../language.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import type { Problem } from "../../routes/shapes/common.ts";

export function SignIn({ entered }: { entered: () => void }) {
  const { language } = useLanguage();
  const all = useWords();
  const words = all.signIn;
  const id = useId();
  const [token, setToken] = useState("");
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  usePageTitle(words.title);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = token.trim();
    setEmpty(text === "");
    setProblem(null);
    if (text === "" || busy) return;
    setBusy(true);
    call("/v1/session", { method: "POST", body: { token: text }, language }).then(
      entered,
      (cause: unknown) => {
        setBusy(false);
        if (!(cause instanceof Failure)) throw cause;
        setProblem(cause.problem);
      },
    );
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
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <form onSubmit={submit} noValidate>
          <label htmlFor={id}>{words.token}</label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={token}
            aria-invalid={empty}
            aria-describedby={`${id}-empty`}
            onChange={(event) => setToken(event.target.value)}
            autoFocus
          />
          <p id={`${id}-empty`} className="field-error" role="alert">
            {empty ? words.empty : ""}
          </p>
          <button type="submit" className="primary" disabled={busy}>
            {busy ? words.busy : words.submit}
          </button>
        </form>
        {problem && <ProblemNotice problem={problem} />}
        <p className="faint">{words.how}</p>
        <code className="command">npm run --silent shixian -- token --unit …</code>
      </div>
    </main>
  );
}
