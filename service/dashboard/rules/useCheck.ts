import { useEffect, useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import type { RuleCheck } from "../../routes/shapes/rules.ts";
import { Failure, call } from "../api/call.ts";
import { useLanguage } from "../language.tsx";

export interface Checked {
  /** the answer for the text as it stands; null while it is awaited, and for an empty text */
  check: RuleCheck | null;
  problem: Problem | null;
  checking: boolean;
}

/** Lets the keys rest before the service is asked. */
const REST = 350;

/** Has the service check a text while it is written. The answer to an earlier text is never shown for a later one. */
export function useCheck(kind: "calendar" | "regime", text: string): Checked {
  const { language } = useLanguage();
  const question = `${language} ${kind} ${text}`;
  const [held, setHeld] = useState<{
    question: string;
    check: RuleCheck | null;
    problem: Problem | null;
  } | null>(null);
  const empty = text.trim() === "";
  useEffect(() => {
    if (empty) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call<RuleCheck>("/v1/rules/check", {
        method: "POST",
        body: { kind, text, lang: language },
        language,
        signal: stop.signal,
      }).then(
        (check) => setHeld({ question, check, problem: null }),
        (cause: unknown) => {
          if (stop.signal.aborted) return;
          if (!(cause instanceof Failure)) throw cause;
          setHeld({ question, check: null, problem: cause.problem });
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [kind, text, language, question, empty]);
  const now = held !== null && held.question === question && !empty ? held : null;
  return {
    check: now?.check ?? null,
    problem: now?.problem ?? null,
    checking: now === null && !empty,
  };
}
