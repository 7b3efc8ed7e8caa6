import { type FormEvent, useState } from "react";
import type { Settings } from "../../access/settings.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";

const ASKED = ["nobody", "administrators", "everybody"] as const;

export function Policy({ settings, changed }: { settings: Settings; changed(): void }) {
  const words = useAccountWords().users;
  const [own, setOwn] = useState(settings);
  const { busy, problem, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await act("POST", "/v1/settings", own)) changed();
  };
  const field = (key: "idleMinutes" | "sessionHours" | "auditMonths", label: string) => (
    <TextField
      label={label}
      type="number"
      value={own[key]}
      set={(text) => setOwn({ ...own, [key]: Number(text) })}
    />
  );
  return (
    <Section title={words.policy} lead={words.policyLead}>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <Select
          label={words.secondFactor}
          value={own.secondFactor}
          options={ASKED.map((value) => ({ value, text: words.secondFactors[value] }))}
          set={(secondFactor) => setOwn({ ...own, secondFactor })}
        />
        {field("idleMinutes", words.idle)}
        {field("sessionHours", words.hours)}
        {field("auditMonths", words.months)}
        <button type="submit" disabled={busy}>
          {words.save}
        </button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
