import { type FormEvent, useState } from "react";
import { useAct } from "../api/useAct.ts";
import { useAccountWords, useWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { TextField } from "../ui/TextField.tsx";

/** Login and password, then, where the account has one, the second factor. */
export function PasswordForm({ entered }: { entered: () => void }) {
  const all = useWords().signIn;
  const words = useAccountWords().signIn;
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const { busy, problem, act } = useAct();
  const needed = problem?.code === "code-needed";
  if (needed && !asksCode) setAsksCode(true);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || login.trim() === "" || password === "") return;
    const body = { login, password, ...(asksCode && { code }) };
    if ((await act("POST", "/v1/sign-in", body)) !== undefined) entered();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p className="lead">{asksCode ? words.codeLead : words.lead}</p>
      {asksCode ? (
        <TextField
          key="code"
          label={words.code}
          autoComplete="one-time-code"
          value={code}
          set={setCode}
          autoFocus
        />
      ) : (
        <>
          <TextField
            label={words.login}
            autoComplete="username"
            spellCheck={false}
            value={login}
            set={setLogin}
            autoFocus
          />
          <TextField
            label={words.password}
            type="password"
            autoComplete="current-password"
            value={password}
            set={setPassword}
          />
        </>
      )}
      <button type="submit" className="primary" disabled={busy}>
        {busy ? all.busy : all.submit}
      </button>
      {problem && !needed && <ProblemNotice problem={problem} />}
    </form>
  );
}
