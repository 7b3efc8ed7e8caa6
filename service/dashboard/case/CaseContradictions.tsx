import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { useFactWords } from "./factText.ts";

/** Every fact of which the portal has said different things, the versions side by side in the order in which they were seen. */
export function CaseContradictions({ detail }: { detail: CaseDetail }) {
  const words = useWords().case;
  const { fieldName, saidText } = useFactWords();
  const { contradictions } = detail.timeline;
  if (contradictions.length === 0) return null;
  return (
    <Section title={words.contradictions} lead={words.contradictionsLead}>
      <div className="versus-list">
        {contradictions.map(({ field, said }) => (
          <div key={field} className="versus">
            <h3>{fieldName(field)}</h3>
            <ol>
              {said.map(({ value, firstAt, lastAt }, index) => (
                <li key={value + firstAt}>
                  <span className="version">{words.version(index + 1)}</span>
                  <b>{saidText(value)}</b>
                  <small>
                    {firstAt === lastAt
                      ? words.seenAt(instantText(firstAt))
                      : `${instantText(firstAt)} — ${instantText(lastAt)}`}
                  </small>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Section>
  );
}
