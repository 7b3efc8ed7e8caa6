import { useCallback, useEffect, useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import { useLanguage } from "../language.tsx";
import { useSession } from "../session.tsx";
import { Failure, call } from "./call.ts";

export interface Answer<T> {
  /** the last answer to this or, while `loading`, to the question before it */
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  again(): void;
}

interface Held<T> {
  path: string | null;
  data: T | null;
  problem: Problem | null;
  loading: boolean;
}

/** Asks the service for `path` (null: nothing to ask) and drops the answer when the question has changed meanwhile. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const { language } = useLanguage();
  const { expire } = useSession();
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<Held<T>>({ path, data: null, problem: null, loading: true });
  useEffect(() => {
    if (path === null) {
      setHeld({ path, data: null, problem: null, loading: false });
      return;
    }
    const stop = new AbortController();
    setHeld((before) => ({
      path,
      data: samePlace(before.path, path) ? before.data : null,
      problem: null,
      loading: true,
    }));
    call<T>(path, { language, signal: stop.signal }).then(
      (data) => setHeld({ path, data, problem: null, loading: false }),
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        if (!(cause instanceof Failure)) throw cause;
        if (cause.problem.status === 401) expire();
        else setHeld({ path, data: null, problem: cause.problem, loading: false });
      },
    );
    return () => stop.abort();
  }, [path, language, round, expire]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  const { data, problem, loading } = held;
  return { data, problem, loading, again };
}

/** Another filter of the same report may stand in until the answer comes; another report or case may not. */
const samePlace = (a: string | null, b: string): boolean => a?.split("?")[0] === b.split("?")[0];
