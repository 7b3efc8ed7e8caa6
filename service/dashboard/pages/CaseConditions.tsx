import { FINDING_IDS } from "#shared/limit/findings/finding.ts";
import { strings } from "#shared/strings/strings.ts";
import { addressText } from "../address/address.ts";
import { CONDITIONS } from "../address/conditions.ts";
import { useRouter } from "../address/router.tsx";
import { useLanguage, useWords } from "../language.tsx";

/** The conditions that a figure brought along, each in words and each removable. */
export function CaseConditions() {
  const all = useWords();
  const { language } = useLanguage();
  const words = all.cases;
  const { page, query, go } = useRouter();
  const held = CONDITIONS.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [{ name, text: words.condition[name](inWords(name, value)) }];
  });
  function inWords(name: string, value: string): string {
    const kind = FINDING_IDS.find((id) => id === value);
    if (name === "finding" && kind) return strings(language).finding[kind];
    if (name !== "has") return value;
    return value
      .split(",")
      .map((id) => words.has[id] ?? id)
      .join(" · ");
  }
  if (held.length === 0) return null;
  const remove = (name: string): void => {
    const next = new URLSearchParams(query);
    next.delete(name);
    next.delete("page");
    go(addressText(page, next));
  };
  return (
    <p className="conditions">
      <span>{words.conditions}</span>
      {held.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-label={all.filters.remove(text)}
          onClick={() => remove(name)}
        >
          <span>{text}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
    </p>
  );
}
