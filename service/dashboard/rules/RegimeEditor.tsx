import { type FormEvent, useEffect, useState } from "react";
import type { Overlay } from "#shared/calendar/year.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { RuleImport } from "../../routes/shapes/rules.ts";
import { save } from "../api/download.ts";
import { useFilters } from "../address/useFilters.ts";
import { Link } from "../address/router.tsx";
import { useLanguage, useRuleWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { CheckNotice } from "./CheckNotice.tsx";
import { copyOf, jsonOf } from "./copyOf.ts";
import { RegimeForm } from "./RegimeForm.tsx";
import { useCheck } from "./useCheck.ts";
import { useImport } from "./useImport.ts";

/** A copy of a rule set, changed in a form or in its JSON. The text is the truth; the form shows it as last read. */
export function RegimeEditor({
  from,
  overlays,
  close,
  imported,
}: {
  from: Regime;
  overlays: readonly Overlay[];
  close: () => void;
  imported: () => void;
}) {
  const words = useRuleWords();
  const { language } = useLanguage();
  const { at } = useFilters();
  const [begun] = useState(() => copyOf(from, isoDay(dayOf(Date.now() as Instant))));
  const [text, setText] = useState(() => jsonOf(begun));
  const [read, setRead] = useState<{ text: string; regime: Regime }>({ text, regime: begun });
  const [done, setDone] = useState<RuleImport | null>(null);
  const checked = useCheck("regime", text);
  const told = checked.check?.regime ?? null;
  useEffect(() => {
    if (told !== null) setRead({ text, regime: told });
  }, [told, text]);
  const { submit, busy, problem } = useImport("regime", (file) => {
    setDone(file);
    imported();
  });
  const ready = checked.check?.file != null && !checked.check.file.known;
  // a fault that the form made can be mended in the form; one of the text only there
  const formLives = read.text === text;
  const change = (next: Regime): void => {
    const written = jsonOf(next);
    setText(written);
    setRead({ text: written, regime: next });
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    submit(text);
  };
  return (
    <form onSubmit={send}>
      <Section title={words.editTitle(from.name[language])} lead={words.editLead}>
        <div className="editor">
          <fieldset disabled={!formLives}>
            <legend>{words.form}</legend>
            {!formLives && !checked.checking && <p className="notice">{words.formWaits}</p>}
            <RegimeForm regime={read.regime} overlays={overlays} change={change} />
          </fieldset>
          <label className="editor-json">
            <span>{words.json}</span>
            <textarea
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        </div>
        <CheckNotice checked={checked} />
        {problem && <ProblemNotice problem={problem} />}
        {done && (
          <p role="status" className="notice">
            {words.done(words.kinds[done.kind], done.name)}
            {words.doneRegime} <Link to={at({ name: "rule", id: done.name })}>{done.name}</Link>
          </p>
        )}
        <p className="actions">
          <button type="submit" className="primary" disabled={!ready || busy}>
            {busy ? words.submitting : words.submit}
          </button>
          <button
            type="button"
            onClick={() =>
              save(new Blob([text], { type: "application/json" }), `${read.regime.id}.json`)
            }
          >
            {words.download}
          </button>
          <button type="button" className="quiet" onClick={close}>
            {words.cancel}
          </button>
        </p>
      </Section>
    </form>
  );
}
