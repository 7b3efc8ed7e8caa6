import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { type Fact, Facts } from "../ui/Facts.tsx";
import { moment } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { useFactWords } from "./factText.ts";

/** The fold of all looks: what is known of the case now. What the page never showed is not listed as blank but left out. */
export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const words = useWords();
  const { amount, fieldName, whyText, fromGuide } = useFactWords();
  const { timeline } = detail;
  const { limits, declared } = timeline;
  const status = detail.case.status;
  const shown: [string, string | null | undefined][] = [
    ["item", timeline.item],
    ["itemCode", timeline.itemCode],
    ["department", timeline.department],
    ["caseKind", timeline.caseKind],
    ["status", status && (status.text ?? words.status[status.kind])],
    ["step", detail.case.step],
    ["submittedAt", timeline.submittedAt && moment(timeline.submittedAt)],
    ["receivedAt", timeline.receivedAt && moment(timeline.receivedAt)],
    ["acceptedAt", timeline.acceptedAt && moment(timeline.acceptedAt)],
    ["promisedLimit", limits.promised && amount(limits.promised)],
    ["statutoryLimit", limits.statutory && amount(limits.statutory)],
    ["limit", limits.unnamed && amount(limits.unnamed)],
    ["guide", limits.guideReadAt && fromGuide(limits.guideReadAt)],
    ["prolonged", limits.prolonged && amount(limits.prolonged)],
    ["statutoryDue", declared.statutoryDue && moment(declared.statutoryDue)],
    ["remaining", declared.remaining && amount(declared.remaining)],
    [
      "overdueFlag",
      declared.overdue === null ? null : declared.overdue ? words.case.yes : words.case.no,
    ],
    ["closedAt", timeline.closedAt && moment(timeline.closedAt)],
    ["deliveredAt", timeline.deliveredAt && moment(timeline.deliveredAt)],
  ];
  const facts = shown.flatMap(([key, value]): Fact[] =>
    value ? [{ key, label: fieldName(key), value }] : [],
  );
  return (
    <Section title={words.case.facts}>
      <Facts facts={facts} />
      {timeline.unreadable.length > 0 && (
        <>
          <h3>{words.case.unreadable}</h3>
          <ul className="notes">
            {timeline.unreadable.map(({ field, why }) => (
              <li key={field + why}>{`${fieldName(field)}：${whyText(why)}`}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
