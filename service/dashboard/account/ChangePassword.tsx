import { type FormEvent, useState } from "react";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { TextField } from "../ui/TextField.tsx";

export function ChangePassword() {
  const all = useAccountWords();
  const words = all.mine;
  const [password, setPassword] = useState("");
  const [next, setNext] = useState("");
  const [done, setDone] = useState(false);
  const { busy, problem, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDone(false);
    if (!(await act("POST", "/v1/account/password", { password, next }))) return;
    setPassword("");
    setNext("");
    setDone(true);
  };
  return (
    <Section title={words.password}>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.present}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          set={setPassword}
        />
        <TextField
          label={words.next}
          hint={all.link.rule}
          type="password"
          autoComplete="new-password"
          required
          value={next}
          set={setNext}
        />
        <button type="submit" disabled={busy}>
          {words.change}
        </button>
      </form>
      {done && <p role="status">{words.changed}</p>}
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
