import { useState } from "react";
import type { RuleBookShape } from "../../routes/shapes/rules.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useLanguage, useRuleWords } from "../language.tsx";
import { ChooseRegime } from "../rules/ChooseRegime.tsx";
import { RegimeEditor } from "../rules/RegimeEditor.tsx";
import { RegimeWords } from "../rules/RegimeWords.tsx";
import { sourceText } from "../rules/sourceText.ts";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { MissingPage } from "./MissingPage.tsx";

/** One rule set in words, with the clauses it stands on; an administrator copies it or chooses it for a unit. */
export function RulePage({ id }: { id: string }) {
  const answer = useAnswer<RuleBookShape>("/v1/rules");
  return (
    <article className="page">
      <Waiting answer={answer}>
        {(book) => {
          const entry = book.regimes.find(({ content }) => content.id === id);
          return entry ? <Rule entry={entry} book={book} again={answer.again} /> : <MissingPage />;
        }}
      </Waiting>
    </article>
  );
}

function Rule({
  entry: { content, imported },
  book,
  again,
}: {
  entry: RuleBookShape["regimes"][number];
  book: RuleBookShape;
  again: () => void;
}) {
  const words = useRuleWords();
  const { language } = useLanguage();
  const { at } = useFilters();
  const [editing, setEditing] = useState(false);
  const name = content.name[language];
  usePageTitle(name);
  const administers = book.imports !== "none";
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to={at({ name: "rules" })}>{words.title}</Link>
          </p>
          <h1>
            {name} <span className="count">{`${content.id}@${content.version}`}</span>
          </h1>
          <p className="lead">{sourceText(imported, words)}</p>
        </div>
        {administers && !editing && (
          <button type="button" className="primary" onClick={() => setEditing(true)}>
            {words.copy}
          </button>
        )}
      </header>
      {editing ? (
        <RegimeEditor
          from={content}
          overlays={book.overlays.map((each) => each.content)}
          close={() => setEditing(false)}
          imported={again}
        />
      ) : (
        <>
          <RegimeWords regime={content} />
          {administers ? (
            <ChooseRegime regime={content} chosen={again} />
          ) : (
            <p className="faint">{words.adminOnly}</p>
          )}
        </>
      )}
    </>
  );
}
