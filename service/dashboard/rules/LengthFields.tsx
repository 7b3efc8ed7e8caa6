import type { StatutoryLengths } from "#shared/limit/regime.ts";
import { useRuleWords } from "../language.tsx";
import { Words } from "./fields.tsx";

const NAMES = [
  "decision",
  "prolong",
  "joint",
  "jointProlong",
  "notice",
  "delivery",
  "feedback",
] as const satisfies readonly (keyof StatutoryLengths)[];

/** What the law itself sets, in working days; other units are written in the JSON and left alone here. */
export function LengthFields({
  lengths,
  set,
}: {
  lengths: StatutoryLengths;
  set: (lengths: StatutoryLengths) => void;
}) {
  const { fields } = useRuleWords();
  const put = (name: (typeof NAMES)[number], text: string): void => {
    const { [name]: _, ...others } = lengths;
    const amount = Number(text);
    set(text === "" ? others : { ...others, [name]: { amount, unit: "workday" } });
  };
  return (
    <>
      {NAMES.filter((name) => (lengths[name]?.unit ?? "workday") === "workday").map((name) => (
        <Words
          key={name}
          label={fields.statutory(name)}
          value={String(lengths[name]?.amount ?? "")}
          set={(text) => put(name, text.replace(/[^\d.]/g, ""))}
        />
      ))}
    </>
  );
}
