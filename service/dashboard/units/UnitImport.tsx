import { useState } from "react";
import type { UnitPlanAnswer } from "../../routes/shapes/units.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords, useLanguage } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";

/** First what a file would do, then, once it is confirmed, does it. */
export function UnitImport({ changed }: { changed(): void }) {
  const words = useAccountWords().units;
  const { language } = useLanguage();
  const [file, setFile] = useState<string | null>(null);
  const [plan, setPlan] = useState<UnitPlanAnswer | null>(null);
  const { busy, problem, act } = useAct();
  const send = async (content: string, dry: boolean): Promise<void> => {
    const answer = await act<UnitPlanAnswer>("POST", "/v1/units/import", { file: content, dry });
    setPlan(answer ?? null);
    if (answer?.written) {
      setFile(null);
      changed();
    }
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const content = await base64Of(chosen);
    setFile(content);
    await send(content, true);
  };
  return (
    <Section title={words.import} lead={words.importLead}>
      <label className="button">
        {words.file}
        <input
          type="file"
          className="unseen"
          accept=".xlsx,.csv,.txt"
          disabled={busy}
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            target.value = "";
          }}
        />
      </label>
      {plan && (
        <div className="notice" role="status">
          {plan.faults.length > 0 ? (
            <>
              <p>{words.faults(plan.faults.length)}</p>
              <ul>
                {plan.faults.map(({ line, zh, en }, i) => (
                  <li key={`${line} ${i}`}>
                    <b>{words.line(line)}</b> {language === "en" ? en || zh : zh}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <>
              <p>
                {plan.written && words.written}
                {words.preview(plan.made.length, plan.renamed.length, plan.moved.length, plan.same)}
              </p>
              <ul>
                {plan.made.map(({ path }) => (
                  <li key={path}>+ {path}</li>
                ))}
                {[...plan.renamed, ...plan.moved].map(({ from, to }) => (
                  <li key={to}>
                    {from} → {to}
                  </li>
                ))}
              </ul>
              {!plan.written && file !== null && (
                <button
                  type="button"
                  className="primary"
                  disabled={busy}
                  onClick={() => void send(file, false)}
                >
                  {words.write}
                </button>
              )}
            </>
          )}
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}

const base64Of = (file: File): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => failed(new Error("the file cannot be read"));
    reader.readAsDataURL(file);
  });
