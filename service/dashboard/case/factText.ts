import { strings } from "#shared/strings/strings.ts";
import type { Amount } from "#shared/case/amount.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { useLanguage } from "../language.tsx";
import { moment } from "../ui/format.ts";

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/;

export type FactField = keyof CaseFacts;

/** The words for what the portal said, field by field, in the reader's language. */
export function useFactWords() {
  const { dashboard, page } = strings(useLanguage().language);
  const amount = (of: Amount): string => page.amount(of.amount, of.unit);
  const fieldName = (field: string): string => dashboard.field[field] ?? page.field[field] ?? field;
  const saidText = (value: string): string => (MOMENT.test(value) ? moment(value) : value);
  const whyText = (why: string): string => page.unreadableWhy[why] ?? why;

  const factText = (facts: CaseFacts, field: FactField): string | undefined => {
    switch (field) {
      case "status":
        return facts.status && (facts.status.text ?? `（${dashboard.status[facts.status.kind]}）`);
      case "statutoryLimit":
      case "promisedLimit":
      case "limit":
      case "stepLimit":
      case "remaining":
      case "prolonged": {
        const of = facts[field];
        return of && amount(of);
      }
      case "overdueFlag":
        return facts.overdueFlag === undefined
          ? undefined
          : facts.overdueFlag
            ? dashboard.case.yes
            : dashboard.case.no;
      case "pauses":
        return facts.pauses
          ?.map(
            ({ from, to, ground }) =>
              `${dashboard.ground[ground]} ${moment(from)} — ${to === undefined ? dashboard.case.lasting : moment(to)}`,
          )
          .join("；");
      case "steps":
        return facts.steps
          ?.map(({ name, enteredAt, leftAt }) =>
            [name, enteredAt && moment(enteredAt), leftAt && `→ ${moment(leftAt)}`]
              .filter(Boolean)
              .join(" "),
          )
          .join("；");
      case "supervised":
        return facts.supervised
          ?.map(({ from, to }) => `${moment(from)} — ${to === undefined ? "" : moment(to)}`)
          .join("；");
      case "tolerance": {
        const { limit, due, suppliedAt } = facts.tolerance ?? {};
        return facts.tolerance
          ? [limit && amount(limit), due && moment(due), suppliedAt && `→ ${moment(suppliedAt)}`]
              .filter(Boolean)
              .join(" ")
          : undefined;
      }
      case "guide": {
        const { guide } = facts;
        const told = (["promisedLimit", "statutoryLimit"] as const).flatMap((each) =>
          guide?.[each] ? `${fieldName(each)} ${amount(guide[each])}` : [],
        );
        if (!guide) return undefined;
        return told.length > 0
          ? `${told.join("；")}；${page.fromGuide(guide.readAt)}`
          : dashboard.case.guidesDiffer(guide.readAt);
      }
      case "satisfied":
        return facts.satisfied === undefined
          ? undefined
          : dashboard.satisfied[facts.satisfied ? "yes" : "no"];
      default: {
        const value = facts[field];
        return value === undefined ? undefined : saidText(value);
      }
    }
  };
  const { fromGuide } = page;
  return { amount, fieldName, saidText, whyText, factText, fromGuide };
}
