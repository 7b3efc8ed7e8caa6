import type { ReactNode } from "react";
import type { Answer } from "../api/useAnswer.ts";
import { useWords } from "../language.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** Loading, problem or the thing itself; while a new answer is on its way the old one stays, greyed and marked as old. */
export function Waiting<T>({
  answer,
  children,
}: {
  answer: Answer<T>;
  children: (data: T) => ReactNode;
}) {
  const words = useWords();
  const { data, problem, loading, again } = answer;
  if (problem !== null) return <ProblemNotice problem={problem} again={again} />;
  if (data === null) return <Loading />;
  return (
    <div className={loading ? "stale" : undefined} aria-busy={loading}>
      <p role="status" className={loading ? "stale-note" : "unseen"}>
        {loading ? words.state.stale : ""}
      </p>
      {children(data)}
    </div>
  );
}

export function Loading() {
  return (
    <div className="loading" role="status">
      <p>{useWords().state.loading}</p>
      <div className="loading-bar" />
      <div className="loading-bar" />
      <div className="loading-bar" />
    </div>
  );
}

export function Empty({ children }: { children?: ReactNode }) {
  const words = useWords();
  return (
    <div className="empty">
      <p>{words.state.empty}</p>
      <p className="faint">{children ?? words.state.emptyHint}</p>
    </div>
  );
}
