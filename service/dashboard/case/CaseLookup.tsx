import { type FormEvent, useState } from "react";
import { useRouter } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { TextField } from "../ui/TextField.tsx";

/** For whoever holds a number: it goes into the body of one request and into no address. */
export function CaseLookup() {
  const words = useAccountWords().cases;
  const { me } = useSession();
  const { go } = useRouter();
  const { at } = useFilters();
  const [number, setNumber] = useState("");
  const { busy, problem, act } = useAct();
  if (!me.person || (me.role !== "auditor" && me.role !== "supervisor")) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = await act<{ key: string }>("POST", "/v1/cases/lookup", { number });
    if (found) go(at({ name: "case", key: found.key }));
  };
  return (
    <details className="no-print">
      <summary>{words.lookup}</summary>
      <p className="faint">{words.lookupLead}</p>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.number}
          value={number}
          set={setNumber}
          autoComplete="off"
          required
        />
        <button type="submit" disabled={busy}>
          {words.find}
        </button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
    </details>
  );
}
