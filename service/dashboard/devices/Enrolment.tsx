import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { enrolment } from "../../routes/shapes/access.ts";
import type { Problem } from "../../routes/shapes/common.ts";
import { Failure, call } from "../api/call.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useLanguage, useWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { EnrolmentCode } from "./EnrolmentCode.tsx";

export type Made = z.infer<typeof enrolment>;

const HOURS = [1, 24, 72, 168];

/** Asks for a one-time code. It lives in this page's memory only. */
export function Enrolment() {
  const { language } = useLanguage();
  const words = useWords().devices;
  const { units } = useCatalogue();
  const [unit, setUnit] = useState(units[0]?.id ?? 0);
  const [hours, setHours] = useState(24);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    call<Made>("/v1/enrolments", { method: "POST", body: { unit, hours }, language })
      .then(setMade)
      .catch((cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        setProblem(cause.problem);
      })
      .finally(() => setBusy(false));
  };
  return (
    <Section title={words.enrol}>
      <form className="filters filters-plain" onSubmit={submit}>
        <label className="filter">
          <span>{words.unit}</span>
          <select value={unit} onChange={(event) => setUnit(Number(event.target.value))}>
            {units.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {"　".repeat(depth) + name}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <span>{words.hours}</span>
          <select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {HOURS.map((each) => (
              <option key={each} value={each}>
                {words.hoursOf(each)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary" disabled={busy}>
          {busy ? words.creating : words.create}
        </button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {made && <EnrolmentCode made={made} />}
    </Section>
  );
}
