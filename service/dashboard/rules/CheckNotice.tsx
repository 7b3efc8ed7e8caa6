import { useRuleWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import type { Checked } from "./useCheck.ts";

/** What is wrong with a file, by its places; or that nothing is, and what it is. */
export function CheckNotice({ checked: { check, problem, checking } }: { checked: Checked }) {
  const words = useRuleWords();
  if (problem !== null) return <ProblemNotice problem={problem} />;
  const faults = check?.faults ?? [];
  return (
    <div role="status" className="check">
      {checking && <p className="faint">{words.checking}</p>}
      {faults.length > 0 && (
        <div className="notice notice-problem">
          <p className="notice-title">{words.faults(faults.length)}</p>
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path + message}>
                {path !== "" && <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {check?.file && (
        <p className="notice">
          {check.file.known
            ? words.known
            : words.valid(words.kinds[check.file.kind], check.file.name)}
        </p>
      )}
    </div>
  );
}
