import { useState } from "react";
import type { RuleBookShape } from "../../routes/shapes/rules.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useRuleWords } from "../language.tsx";
import { Changes } from "../rules/Changes.tsx";
import { FilesTable } from "../rules/FilesTable.tsx";
import { ImportCalendar } from "../rules/ImportCalendar.tsx";
import { OverlaysTable } from "../rules/OverlaysTable.tsx";
import { RegimesTable } from "../rules/RegimesTable.tsx";
import { YearsTable } from "../rules/YearsTable.tsx";
import { Facts } from "../ui/Facts.tsx";
import { Section } from "../ui/Section.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** By what cases are judged, and what an imported file has changed. */
export function RulesPage() {
  const words = useRuleWords();
  const { audits } = useCatalogue();
  usePageTitle(words.title);
  const answer = useAnswer<RuleBookShape>("/v1/rules");
  const [shown, setShown] = useState<{ id: number; name: string } | null>(null);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      <Waiting answer={answer}>
        {(book) => (
          <>
            <Section title={words.now} lead={words.beyond}>
              <Facts
                facts={[
                  { key: "regime", label: words.nowRegime, value: book.now.regime },
                  { key: "calendar", label: words.nowCalendar, value: book.now.calendar },
                  {
                    key: "covers",
                    label: words.nowCovers,
                    value: words.covers(book.now.from, book.now.to),
                  },
                ]}
              />
            </Section>
            <Section title={words.regimes} lead={words.regimesLead}>
              <RegimesTable book={book} />
            </Section>
            <Section title={words.files}>
              <FilesTable
                files={book.files}
                show={
                  audits
                    ? ({ id, kind, name }) => setShown({ id, name: `${words.kinds[kind]} ${name}` })
                    : undefined
                }
              />
            </Section>
            {shown && <Changes key={shown.id} file={shown.id} name={shown.name} />}
            {book.imports !== "none" && (
              <ImportCalendar all={book.imports === "all"} imported={answer.again} />
            )}
            <Section title={words.years} lead={words.yearsLead}>
              <YearsTable years={book.years} />
            </Section>
            <Section title={words.overlays} lead={words.overlaysLead}>
              <OverlaysTable book={book} />
            </Section>
          </>
        )}
      </Waiting>
    </article>
  );
}
