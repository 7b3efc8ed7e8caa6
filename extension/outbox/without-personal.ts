import type { CaseFacts, Guide, Unreadable } from "#shared/case/observation.ts";
import { personalIn } from "#shared/case/personal.ts";
import type { CaseDraft } from "./look-draft.ts";

const TEXTS = ["item", "itemCode", "department", "caseKind", "channel", "step"] as const;
const LONGEST = 200;

/** The draft without any text that looks personal; what was taken out is said, never passed over. */
export function withoutPersonal(draft: CaseDraft): { facts: CaseFacts; unreadable: Unreadable[] } {
  const facts: CaseFacts = { ...draft.facts };
  const unreadable = [...draft.unreadable];
  const withhold = (field: string) => unreadable.push({ field, why: "personal" });

  for (const field of TEXTS) {
    const text = facts[field];
    if (text === undefined) continue;
    if (personalIn(text)) {
      delete facts[field];
      withhold(field);
    } else facts[field] = text.slice(0, LONGEST);
  }
  if (facts.status?.text && personalIn(facts.status.text)) {
    facts.status = { ...facts.status, text: null };
    withhold("status");
  }
  if (facts.steps)
    facts.steps = facts.steps.map((step) => {
      const { name, department, ...rest } = step;
      const clean = { ...rest, name: personalIn(name) ? "—" : name.slice(0, LONGEST) };
      if (personalIn(name)) withhold("step");
      if (department === undefined) return clean;
      if (!personalIn(department)) return { ...clean, department: department.slice(0, LONGEST) };
      withhold("department");
      return clean;
    });
  return { facts, unreadable: unreadable.slice(0, 60) };
}

/** A guide without any text that looks personal; one that names no item any more says nothing. */
export function guideWithoutPersonal(guide: Guide): Guide | undefined {
  const clean: Guide = { ...guide };
  for (const field of ["item", "itemCode", "department", "caseKind"] as const) {
    const text = clean[field];
    if (text === undefined) continue;
    if (personalIn(text)) delete clean[field];
    else clean[field] = text.slice(0, LONGEST);
  }
  return clean.item === undefined && clean.itemCode === undefined ? undefined : clean;
}
