import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import { Failure } from "../api/call.ts";
import { download } from "../api/download.ts";
import { withQuery } from "../api/questions.ts";
import { useLanguage, useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { bytes } from "./format.ts";
import { Icon } from "./Icon.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

const FORMATS = [
  { format: "xlsx", label: "Excel" },
  { format: "csv", label: "CSV" },
] as const;

const LOGS = [
  { format: "xes", label: "XES" },
  { format: "ocel", label: "OCEL" },
] as const;
const LOG_PATH = "/v1/event-logs";
/** of a report's question what a log can be asked for; the rest of it chooses among figures */
const LOG_FILTERS = [
  "from",
  "to",
  "period",
  "department",
  "item",
  "portal",
  "unit",
  "asOf",
  "lang",
];

/** The same figures as files, under the same filters, and the cases behind them as event logs. */
export function Downloads({ path, query }: { path: string; query: URLSearchParams }) {
  const { language } = useLanguage();
  const words = useWords().report;
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const { role } = useSession().me;
  const logs = role === "auditor" || role === "supervisor" ? LOGS : [];

  const fetchFile = (from: string, format: string): void => {
    const asked = new URLSearchParams(
      [...query].filter(([name]) => from !== LOG_PATH || LOG_FILTERS.includes(name)),
    );
    asked.set("format", format);
    stop.current = new AbortController();
    setBusy(format);
    setProblem(null);
    setSaid(words.downloading(bytes(0)));
    const name = `${from.split("/").pop() ?? "report"}.${format}`;
    const progress = (received: number): void => setSaid(words.downloading(bytes(received)));
    download(withQuery(from, asked), name, language, progress, stop.current.signal)
      .then((file) => setSaid(words.downloaded(file)))
      .catch((cause: unknown) => {
        if (stop.current?.signal.aborted) return;
        if (!(cause instanceof Failure)) throw cause;
        setSaid("");
        setProblem(cause.problem);
      })
      .finally(() => setBusy(null));
  };
  return (
    <div className="downloads">
      <div className="downloads-row" role="group" aria-label={words.download}>
        {FORMATS.map(({ format, label }) => (
          <button
            key={format}
            type="button"
            disabled={busy !== null}
            aria-label={`${words.download} ${label}`}
            onClick={() => fetchFile(path, format)}
          >
            <Icon name="download" />
            <span>{label}</span>
          </button>
        ))}
        {logs.map(({ format, label }) => (
          <button
            key={format}
            type="button"
            disabled={busy !== null}
            aria-label={words.eventLog(label)}
            title={words.eventLogTitle}
            onClick={() => fetchFile(LOG_PATH, format)}
          >
            <Icon name="download" />
            <span>{label}</span>
          </button>
        ))}
        <button type="button" onClick={() => print()}>
          <Icon name="print" />
          <span>{words.print}</span>
        </button>
      </div>
      <p className="faint" role="status">
        {said}
      </p>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
