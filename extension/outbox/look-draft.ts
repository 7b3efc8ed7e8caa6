import type { CaseFacts, Guide, Look, Unreadable } from "#shared/case/observation.ts";

/** One look as a content script reports it, before it has a place in the sequence. Case numbers are still in clear: it never leaves the browser. */
export interface LookDraft {
  portal: string;
  view: string;
  kind: Look["kind"];
  coverage: Look["coverage"];
  unreadable: Unreadable[];
  guide?: Guide;
  cases: CaseDraft[];
}

export interface CaseDraft {
  caseNo?: string;
  masked?: boolean;
  facts: CaseFacts;
  unreadable: Unreadable[];
}
