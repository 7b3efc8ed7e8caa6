import { type FormEvent, useState } from "react";
import { useAct } from "../api/useAct.ts";
import { useWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { TextField } from "../ui/TextField.tsx";

/** For whoever was given a token. It is exchanged for this session and not kept. */
export function TokenForm({ entered }: { entered: () => void }) {
  const words = useWords().signIn;
  const [token, setToken] = useState("");
  const [empty, setEmpty] = useState(false);
  const { busy, problem, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = token.trim();
    setEmpty(text === "");
    if (text === "" || busy) return;
    if ((await act("POST", "/v1/session", { token: text })) !== undefined) entered();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p className="lead">{words.lead}</p>
      <TextField
        label={words.token}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={token}
        aria-invalid={empty}
        set={setToken}
        autoFocus
      />
      <p className="field-error" role="alert">
        {empty ? words.empty : ""}
      </p>
      <button type="submit" className="primary" disabled={busy}>
        {busy ? words.busy : words.submit}
      </button>
      {problem && <ProblemNotice problem={problem} />}
      <p className="faint">{words.how}</p>
      <code className="command">npm run --silent shixian -- token --unit …</code>
    </form>
  );
}
