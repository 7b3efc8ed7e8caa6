import type { Problem } from "../../routes/shapes/common.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Icon } from "./Icon.tsx";

/** A problem in the reader's language: what the service said about it, or our sentence for its status. */
export function ProblemNotice({ problem, again }: { problem: Problem; again?: () => void }) {
  const { language } = useLanguage();
  const words = useWords();
  const english = language === "en";
  const title = (english ? problem.titleEn : problem.title) || words.problem.title;
  const fallback = useProblemSentence(problem.status);
  const detail = (english ? problem.detailEn : problem.detail) ?? fallback;
  return (
    <div className="notice notice-problem" role="alert">
      <p className="notice-title">
        <Icon name="alert" />
        <span>{title}</span>
      </p>
      <p>{detail}</p>
      {problem.errors?.map((error) => (
        <p key={error.pointer + error.detail}>{`${error.pointer} ${error.detail}`}</p>
      ))}
      <p className="faint">{words.problem.code(problem.code)}</p>
      {again && (
        <button type="button" onClick={again}>
          {words.state.retry}
        </button>
      )}
    </div>
  );
}

function useProblemSentence(status: number): string {
  const words = useWords().problem;
  const known: Record<number, string> = {
    0: words.unreachable,
    400: words.invalid,
    401: words.unauthorized,
    403: words.forbidden,
    404: words.notFound,
    422: words.invalid,
    429: words.busy,
    503: words.busy,
  };
  return known[status] ?? words.unexpected(status);
}
