import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { Regime } from "#shared/limit/regime.ts";
import type { Problem } from "../../routes/shapes/common.ts";
import type { ruleChosen } from "../../routes/shapes/rules.ts";
import { Failure, call } from "../api/call.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useLanguage, useRuleWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";

type Chosen = z.infer<typeof ruleChosen>;

/** Says by which rule set a unit's cases are judged, and those of all below it. */
export function ChooseRegime({ regime, chosen }: { regime: Regime; chosen: () => void }) {
  const words = useRuleWords();
  const { language } = useLanguage();
  const { units } = useCatalogue();
  const [unit, setUnit] = useState(units[0]?.id ?? 0);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const body = { unit, regime: regime.id };
    call<Chosen>("/v1/rules/choices", { method: "POST", body, language })
      .then((answer) => {
        setDone(answer);
        chosen();
      })
      .catch((cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        setProblem(cause.problem);
      })
      .finally(() => setBusy(false));
  };
  return (
    <Section title={words.choose}>
      <form className="filters filters-plain" onSubmit={submit}>
        <label className="filter">
          <span>{words.chooseUnit}</span>
          <select value={unit} onChange={(event) => setUnit(Number(event.target.value))}>
            {units.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {"　".repeat(depth) + name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary" disabled={busy}>
          {words.chooseSubmit}
        </button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {done && (
        <p role="status" className="notice">
          {words.chooseDone(done.unit.path, done.regime)}
        </p>
      )}
    </Section>
  );
}
