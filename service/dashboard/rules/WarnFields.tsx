import type { Warn } from "#shared/limit/regime.ts";
import { useRuleWords } from "../language.tsx";
import { Choice, Words } from "./fields.tsx";

const made = (kind: Warn["kind"], n: number): Warn => {
  switch (kind) {
    case "workdays-left":
      return { kind, n };
    case "percent-used":
      return { kind, percent: n };
    case "hours-left":
      return { kind, hours: n };
    case "never":
      return { kind };
  }
};
const numberOf = (warn: Warn): number | null => {
  switch (warn.kind) {
    case "workdays-left":
      return warn.n;
    case "percent-used":
      return warn.percent;
    case "hours-left":
      return warn.hours;
    case "never":
      return null;
  }
};
/** What a number of another kind would mean is not what was meant: each kind begins with its own. */
const FIRST: Record<Warn["kind"], number> = {
  "workdays-left": 1,
  "percent-used": 75,
  "hours-left": 24,
  never: 0,
};

/** When a case that is not late yet is pointed out. */
export function WarnFields({
  label,
  warn,
  set,
}: {
  label: string;
  warn: Warn;
  set: (warn: Warn) => void;
}) {
  const { fields, options } = useRuleWords();
  const n = numberOf(warn);
  return (
    <>
      <Choice
        label={label}
        value={warn.kind}
        options={options.warn}
        set={(kind) => set(made(kind, FIRST[kind]))}
      />
      {n !== null && (
        <Words
          label={`${label}：${fields.warnN}`}
          value={String(n)}
          set={(text) => set(made(warn.kind, Number(text.replace(/\D/g, ""))))}
        />
      )}
    </>
  );
}
