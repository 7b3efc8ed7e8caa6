import { type FormEvent, useState } from "react";
import type { RuleImport } from "../../routes/shapes/rules.ts";
import { useRuleWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { CheckNotice } from "./CheckNotice.tsx";
import { FileInput } from "./FileInput.tsx";
import { useCheck } from "./useCheck.ts";
import { JobProgress } from "./JobProgress.tsx";
import { useImport } from "./useImport.ts";
import { useJob } from "./useJob.ts";

/** A year's notice or a region's days from a file: checked as soon as it is there, imported when it is asked for. */
export function ImportCalendar({
  all,
  imported,
}: {
  all: boolean;
  imported: (file: RuleImport) => void;
}) {
  const words = useRuleWords();
  const [text, setText] = useState("");
  const [done, setDone] = useState<RuleImport | null>(null);
  const checked = useCheck("calendar", text);
  const { submit, busy, problem } = useImport("calendar", (file) => {
    setDone(file);
    setText("");
    imported(file);
  });
  const ready = checked.check?.file != null && !checked.check.file.known;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    submit(text);
  };
  return (
    <Section title={words.importCalendar} lead={words.importLead}>
      {!all && <p className="notice">{words.newOnly}</p>}
      <form onSubmit={send} className="import">
        <FileInput read={setText} />
        <label>
          <span>{words.content}</span>
          <textarea
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <CheckNotice checked={checked} />
        {problem && <ProblemNotice problem={problem} />}
        <button type="submit" className="primary" disabled={!ready || busy}>
          {busy ? words.submitting : words.submit}
        </button>
        {done && (
          <>
            <p role="status" className="notice">
              {words.done(words.kinds[done.kind], done.name)}
            </p>
            <Judging key={done.job} job={done.job} />
          </>
        )}
      </form>
    </Section>
  );
}

function Judging({ job: id }: { job: number }) {
  const { job, problem } = useJob({ job: id });
  return problem ? <ProblemNotice problem={problem} /> : <JobProgress job={job} />;
}
