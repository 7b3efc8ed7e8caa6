import { useEffect, useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import type { Job } from "../../routes/shapes/job.ts";
import { Failure, call } from "../api/call.ts";
import { useLanguage } from "../language.tsx";

const EVERY_MS = 700;

/** The judging-again that a file has made necessary: begun if it was not, and asked about until it is over. */
export function useJob(of: { file: number } | { job: number }): {
  job: Job | null;
  problem: Problem | null;
} {
  const { language } = useLanguage();
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [file, known] = "file" in of ? [of.file, null] : [null, of.job];
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const follow = async (): Promise<void> => {
      let at =
        file === null
          ? await call<Job>(`/v1/jobs/${known}`, { language, signal })
          : await call<Job>("/v1/jobs", { method: "POST", body: { file }, language, signal });
      while (!signal.aborted) {
        setJob(at);
        if (at.state !== "running") return;
        await new Promise((resume) => setTimeout(resume, EVERY_MS));
        at = await call<Job>(`/v1/jobs/${at.id}`, { language, signal });
      }
    };
    follow().catch((cause: unknown) => {
      if (signal.aborted) return;
      if (!(cause instanceof Failure)) throw cause;
      setProblem(cause.problem);
    });
    return () => stop.abort();
  }, [file, known, language]);
  return { job, problem };
}
