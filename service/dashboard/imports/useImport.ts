import { useCallback, useState } from "react";
import type { Problem } from "../../routes/shapes/common.ts";
import type {
  ImportLine,
  ImportPlanAnswer,
  ImportResultAnswer,
} from "../../routes/shapes/import.ts";
import { Failure, made } from "../api/call.ts";
import { upload } from "../api/upload.ts";
import { useLanguage } from "../language.tsx";

/** What the person says against the recognition: header → concept, or `none` to leave the column out. */
export type Said = Readonly<Record<string, string>>;

export type ImportState =
  | { at: "start" }
  | { at: "sending"; share: number }
  | { at: "working"; rows: number; stored: number }
  | { at: "planned"; plan: ImportPlanAnswer }
  | { at: "done"; result: ImportResultAnswer };

interface Confirmed {
  unit: number;
  seenAt: string;
}

/** One file on its way: sent to be recognised, sent again with what the person said, and at last to be stored. */
export function useImport() {
  const { language } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<ImportState>({ at: "start" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const failed = useCallback((cause: unknown) => {
    if (!(cause instanceof Failure)) throw cause;
    setProblem(cause.problem);
  }, []);

  const recognise = useCallback(
    async (chosen: File, said: Said): Promise<void> => {
      setFile(chosen);
      setProblem(null);
      setState({ at: "sending", share: 0 });
      try {
        const text = await upload(`/v1/imports/plan?${queryOf(chosen, said).toString()}`, chosen, {
          language,
          sent: (share) => setState({ at: "sending", share }),
        });
        setState({ at: "planned", plan: JSON.parse(text) as ImportPlanAnswer });
      } catch (cause) {
        setState({ at: "start" });
        failed(cause);
      }
    },
    [language, failed],
  );

  const confirm = useCallback(
    async (plan: ImportPlanAnswer, said: Said, { unit, seenAt }: Confirmed): Promise<void> => {
      if (!file) return;
      setProblem(null);
      setState({ at: "sending", share: 0 });
      const query = queryOf(file, said);
      if (plan.kind !== "outbox") {
        query.set("unit", String(unit));
        if (seenAt !== "") query.set("seenAt", seenAt);
      }
      let last: ImportLine = {};
      try {
        await upload(`/v1/imports?${query.toString()}`, file, {
          language,
          sent: (share) => setState({ at: "sending", share }),
          line(text) {
            last = JSON.parse(text) as ImportLine;
            if (last.progress) setState({ at: "working", ...last.progress });
          },
        });
        const { result, problem: told } = last;
        if (told) throw new Failure(told);
        if (!result) throw made(0, "broken-off");
        setState({ at: "done", result });
      } catch (cause) {
        setState({ at: "planned", plan });
        failed(cause);
      }
    },
    [file, language, failed],
  );

  const leave = useCallback(() => {
    setFile(null);
    setProblem(null);
    setState({ at: "start" });
  }, []);
  return { file, state, problem, recognise, confirm, leave };
}

function queryOf(file: File, said: Said): URLSearchParams {
  const query = new URLSearchParams({ name: file.name });
  const pairs = Object.entries(said);
  const map = pairs.filter(([, concept]) => concept !== "none");
  const ignore = pairs.filter(([, concept]) => concept === "none").map(([header]) => header);
  if (map.length > 0)
    query.set("map", JSON.stringify(Object.fromEntries(map.map(([header, c]) => [c, header]))));
  if (ignore.length > 0) query.set("ignore", JSON.stringify(ignore));
  return query;
}
