import { useState } from "react";
import { ImportDone } from "../imports/ImportDone.tsx";
import { ImportPlan } from "../imports/ImportPlan.tsx";
import { type Said, useImport } from "../imports/useImport.ts";
import { useWords } from "../language.tsx";
import { number } from "../ui/format.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";

/** A file from outside: chosen, recognised, corrected, confirmed. */
export function ImportsPage() {
  const words = useWords().imports;
  usePageTitle(words.title);
  const { file, state, problem, recognise, confirm, leave } = useImport();
  const [said, setSaid] = useState<Said>({});
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      {problem &&
        (problem.code === "broken-off" ? (
          <p className="notice notice-problem" role="alert">
            {words.broke}
          </p>
        ) : (
          <ProblemNotice problem={problem} />
        ))}
      {state.at === "start" && (
        <div className="upload">
          <label>
            <span className="unseen">{words.choose}</span>
            <input
              type="file"
              accept=".xlsx,.csv,.txt,.tsv,.jsonl"
              onChange={({ target }) => {
                const [chosen] = target.files ?? [];
                setSaid({});
                if (chosen) void recognise(chosen, {});
              }}
            />
          </label>
          <span className="faint">{words.accepts}</span>
        </div>
      )}
      {(state.at === "sending" || state.at === "working") && (
        <div className="upload" role="status">
          <p>
            <b>{file?.name}</b>
          </p>
          {state.at === "sending" ? (
            <>
              <progress max={1} value={state.share} />
              {state.share < 1 ? words.reading(Math.floor(state.share * 100)) : words.recognising}
            </>
          ) : (
            <>
              <progress />
              {words.working(number(state.rows), number(state.stored))}
            </>
          )}
        </div>
      )}
      {state.at === "planned" && file && (
        <ImportPlan
          name={file.name}
          plan={state.plan}
          said={said}
          say={setSaid}
          again={() => void recognise(file, said)}
          confirm={(more) => void confirm(state.plan, said, more)}
          leave={leave}
        />
      )}
      {state.at === "done" && <ImportDone result={state.result} name={file?.name} leave={leave} />}
    </article>
  );
}
