import { useCallback, useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import { useLanguage } from "../language.tsx";
import { Failure, call } from "./call.ts";

export interface Acting {
  busy: boolean;
  problem: Problem | null;
  /** Does something once; `undefined` when it was refused, with the reason in `problem`. */
  act<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T | undefined>;
}

/** For what a person does by a button: one at a time, and what went wrong stays to be read. */
export function useAct(): Acting {
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = useCallback(
    async <T>(
      method: "GET" | "POST" | "DELETE",
      path: string,
      body?: unknown,
    ): Promise<T | undefined> => {
      setBusy(true);
      setProblem(null);
      try {
        return await call<T>(path, { method, language, ...(body !== undefined && { body }) });
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause;
        setProblem(cause.problem);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [language],
  );
  return { busy, problem, act };
}
