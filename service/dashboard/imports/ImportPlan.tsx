import { useState } from "react";
import type { ImportPlanAnswer } from "../../routes/shapes/import.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useWords } from "../language.tsx";
import { instantText, number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { ImportColumns } from "./ImportColumns.tsx";
import type { Said } from "./useImport.ts";

interface Props {
  name: string;
  plan: ImportPlanAnswer;
  said: Said;
  say(said: Said): void;
  again(): void;
  confirm(more: { unit: number; seenAt: string }): void;
  leave(): void;
}

/** What the file is taken for, column by column; nothing is stored before it is confirmed. */
export function ImportPlan({ name, plan, said, say, again, confirm, leave }: Props) {
  const words = useWords().imports;
  const { units } = useCatalogue();
  const [unit, setUnit] = useState(units[0]?.id ?? 0);
  const [seenAt, setSeenAt] = useState("");
  // what was said after the last recognition is not yet in it
  const [asked, setAsked] = useState(said);
  const changed = JSON.stringify(asked) !== JSON.stringify(said);
  const ready = plan.kind === "outbox" || (plan.ready && !changed);
  return (
    <Section title={`${name} — ${words.kind[plan.kind]}`}>
      {plan.kind === "outbox" ? (
        <p className="notice">
          {words.outbox(plan.device, number(plan.records), instantText(plan.exportedAt))}
        </p>
      ) : (
        <>
          {!plan.ready && (
            <p className="notice notice-problem" role="alert">
              {words.notReady}
            </p>
          )}
          <p className="lead">{words.columnsLead}</p>
          <ImportColumns columns={plan.columns} said={said} say={say} />
        </>
      )}
      <div className="import-actions">
        {plan.kind !== "outbox" && (
          <>
            <label className="filter">
              <span>{words.unit}</span>
              <select value={unit} onChange={(event) => setUnit(Number(event.target.value))}>
                {units.map(({ id, name: called, depth }) => (
                  <option key={id} value={id}>
                    {"　".repeat(depth) + called}
                  </option>
                ))}
              </select>
            </label>
            <label className="filter" title={words.seenAtHelp}>
              <span>{words.seenAt}</span>
              <input
                type="date"
                value={seenAt}
                onChange={(event) => setSeenAt(event.target.value)}
              />
            </label>
            <button
              type="button"
              disabled={!changed}
              onClick={() => {
                setAsked(said);
                again();
              }}
            >
              {words.again}
            </button>
          </>
        )}
        <button
          type="button"
          className="primary"
          disabled={!ready}
          onClick={() => confirm({ unit, seenAt })}
        >
          {words.confirm}
        </button>
        <button type="button" onClick={leave}>
          {words.cancel}
        </button>
      </div>
      {plan.kind !== "outbox" && <p className="faint">{words.seenAtHelp}</p>}
    </Section>
  );
}
