import type { CaseFacts, Unreadable } from "#shared/case/observation.ts";
import { personalIn } from "#shared/case/personal.ts";

const TEXTS = ["item", "itemCode", "department", "caseKind", "channel", "step"] as const;

/** The facts without any text that looks personal, so that one cell does not cost the case; what was left out is said. */
export function withoutPersonal(said: CaseFacts): { facts: CaseFacts; withheld: Unreadable[] } {
  const facts = { ...said };
  const withheld: Unreadable[] = [];
  for (const field of TEXTS) {
    const found = facts[field] === undefined ? undefined : personalIn(facts[field]);
    // a catalogue code is a long number by nature, and one in ten passes the card check
    if (!found || (field === "itemCode" && found === "bank-card")) continue;
    delete facts[field];
    withheld.push({ field, why: "personal" });
  }
  if (facts.status?.text && personalIn(facts.status.text)) {
    facts.status = { ...facts.status, text: null };
    withheld.push({ field: "status", why: "personal" });
  }
  if (facts.steps?.some(({ name }) => personalIn(name))) {
    facts.steps = facts.steps.filter(({ name }) => !personalIn(name));
    withheld.push({ field: "step", why: "personal" });
  }
  return { facts, withheld };
}
