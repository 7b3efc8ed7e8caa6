import type { Regime } from "#shared/limit/regime.ts";
import { strings } from "#shared/strings/strings.ts";
import { useLanguage, useRuleWords } from "../language.tsx";
import { Section } from "../ui/Section.tsx";

/** A rule set as sentences, then the clauses that it cites. */
export function RegimeWords({ regime }: { regime: Regime }) {
  const words = useRuleWords();
  const { language } = useLanguage();
  const clause = strings(language).proof.clause;
  return (
    <>
      <Section title={words.inWords}>
        <ul className="notes">
          {words.sentences(regime).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.clauses}>
        <ul className="clauses">
          {regime.clauses.map(({ for: topic, law, article, says }) => (
            <li key={topic + law + article}>{clause(law, article, says[language])}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
