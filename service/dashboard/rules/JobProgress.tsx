import type { Job } from "../../routes/shapes/job.ts";
import { useRuleWords } from "../language.tsx";
import { number } from "../ui/format.ts";

const told = (
  { open, closed }: NonNullable<Job["changed"]>,
  words: ReturnType<typeof useRuleWords>,
): string =>
  open + closed === 0 ? words.unchanged : words.changed(number(open, 0), number(closed, 0));

/** How far the judging-again is, in percent of the cases; and, when it is over, how many came out otherwise. */
export function JobProgress({ job }: { job: Job | null }) {
  const words = useRuleWords();
  if (job?.state === "done")
    return (
      <p role="status">
        {words.judged(number(job.done, 0))}
        {job.changed && told(job.changed, words)}
      </p>
    );
  if (job?.state === "failed") return <p role="status">{words.judgingFailed}</p>;
  const share = job?.total ? Math.min(1, job.done / job.total) : 0;
  return (
    <div className="judging" role="status">
      <p>{words.judging(String(Math.floor(share * 100)))}</p>
      <progress max={1} value={share} aria-label={words.judging(String(Math.floor(share * 100)))} />
    </div>
  );
}
