import { useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import type { RuleImport } from "../../routes/shapes/rules.ts";
import { Failure, call } from "../api/call.ts";
import { useLanguage } from "../language.tsx";

/** Imports a checked text. `done` is told once it is on disk. */
export function useImport(
  kind: "calendar" | "regime",
  done: (imported: RuleImport) => void,
): { submit(text: string): void; busy: boolean; problem: Problem | null } {
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = (text: string): void => {
    setBusy(true);
    setProblem(null);
    call<RuleImport>("/v1/rules/files", {
      method: "POST",
      body: { kind, text, lang: language },
      language,
    })
      .then(done)
      .catch((cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        setProblem(cause.problem);
      })
      .finally(() => setBusy(false));
  };
  return { submit, busy, problem };
}
