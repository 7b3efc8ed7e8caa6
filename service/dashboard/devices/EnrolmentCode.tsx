import { useState } from "react";
import { useWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import type { Made } from "./Enrolment.tsx";

/** The code and what to tell the window, to be read aloud, copied or printed. */
export function EnrolmentCode({ made }: { made: Made }) {
  const words = useWords().devices;
  return (
    <div className="enrolment" role="status">
      <dl className="enrolment-values">
        <Value label={words.code} text={made.code} />
        <Value label={words.address} text={location.origin} />
      </dl>
      <p>
        <b>{words.forUnit(made.unit.path)}</b>
      </p>
      <p>{words.expires(instantText(made.expiresAt))}</p>
      <h3>{words.stepsTitle}</h3>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

function Value({ label, text }: { label: string; text: string }) {
  const words = useWords().devices;
  const [copied, setCopied] = useState(false);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{text}</code>
        {canCopy() && (
          <button
            type="button"
            className="no-print"
            onClick={() => {
              void navigator.clipboard.writeText(text).then(() => setCopied(true));
            }}
          >
            {copied ? words.copied : words.copy}
          </button>
        )}
      </dd>
    </div>
  );
}

/** Plain HTTP on an intranet has no clipboard; the text can still be selected. */
const canCopy = (): boolean => "clipboard" in navigator;
