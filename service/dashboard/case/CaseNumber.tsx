import { type FormEvent, useState } from "react";
import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { instantText } from "../ui/format.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { TextField } from "../ui/TextField.tsx";

/** An auditor raises the case and reads its number; a supervisor states it. A program's token can do neither. */
export function CaseNumber({ detail, changed }: { detail: CaseDetail; changed(): void }) {
  const words = useAccountWords().cases;
  const { me } = useSession();
  const [text, setText] = useState("");
  const [number, setNumber] = useState<string | null>(null);
  const { busy, problem, act } = useAct();
  const { escalation } = detail;
  const path = `/v1/cases/${encodeURIComponent(detail.case.key)}`;
  if (!me.person || (me.role !== "auditor" && (me.role !== "supervisor" || !escalation)))
    return null;
  const raises = me.role === "auditor" && !escalation;
  const states = me.role === "supervisor" && escalation && !escalation.numberStated;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = raises
      ? await act("POST", `${path}/escalation`, { reason: text })
      : await act("POST", `${path}/number`, { number: text });
    if (!done) return;
    setText("");
    changed();
  };
  const show = async (): Promise<void> => {
    const found = await act<{ number: string }>("GET", `${path}/number`);
    if (found) setNumber(found.number);
  };
  return (
    <Section
      title={states ? words.state : words.raise}
      lead={raises ? words.raiseLead : states ? words.stateLead : undefined}
    >
      {escalation && (
        <p>
          {words.raised(escalation.by, instantText(escalation.at))}：{escalation.reason}
        </p>
      )}
      {(raises || states) && (
        <form className="fields" onSubmit={(event) => void submit(event)}>
          <TextField
            label={raises ? words.reason : words.number}
            value={text}
            set={setText}
            required
          />
          <button type="submit" disabled={busy}>
            {raises ? words.raise : words.state}
          </button>
        </form>
      )}
      {escalation && !states && <p>{escalation.numberStated ? words.stated : words.notStated}</p>}
      {me.role === "auditor" && escalation?.numberStated && number === null && (
        <button type="button" disabled={busy} onClick={() => void show()}>
          {words.show}
        </button>
      )}
      {number !== null && (
        <p role="status">
          {words.shown} <code>{number}</code>
        </p>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
