import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { moment } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { useFactWords } from "./factText.ts";

export function CasePauses({ detail }: { detail: CaseDetail }) {
  const all = useWords();
  const words = all.case;
  const { amount } = useFactWords();
  const { pauses } = detail.timeline;
  if (pauses.length === 0) return null;
  return (
    <Section title={words.pauses}>
      <ul className="notes">
        {pauses.map(({ from, to, ground, approved }) => (
          <li key={from + ground}>
            <b>{all.ground[ground]}</b>{" "}
            <span>{`${moment(from)} — ${to === null ? words.lasting : moment(to)}`}</span>
            {approved && <span className="faint"> {words.approved(amount(approved))}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
