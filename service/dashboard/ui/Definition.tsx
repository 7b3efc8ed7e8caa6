import { useWords } from "../language.tsx";
import { Explained } from "./Explained.tsx";

/** The small button beside a figure: one Tab away, its definition. */
export function Definition({ of, text }: { of: string; text: string }) {
  const words = useWords();
  return (
    <Explained text={text}>
      {(props) => (
        <button
          type="button"
          className="definition"
          aria-label={`${of} ${words.report.definition}`}
          {...props}
        >
          ?
        </button>
      )}
    </Explained>
  );
}
