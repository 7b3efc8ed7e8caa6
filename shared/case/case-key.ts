import type { Moment } from "../time/moment.ts";

/** Full and half width, spaces and case differ between pages of one portal; the number is the same. */
export const normalCaseNo = (caseNo: string): string =>
  caseNo.normalize("NFKC").replace(/\s+/g, "").toUpperCase();

export interface CaseIdentity {
  portal: string;
  caseNo: string;
  /** the portal masks its own number, which then needs help to be one case's own */
  masked?: boolean;
  item?: string;
  since?: Moment;
}

/**
 * The text whose keyed hash names a case everywhere outside the page, or `undefined` when the page does not tell cases apart.
 * Two portals may use the same short number, so the portal is part of it.
 */
export function caseKeyText(id: CaseIdentity): string | undefined {
  const number = normalCaseNo(id.caseNo);
  if (number === "") return undefined;
  if (!id.masked) return `case\n${id.portal}\n${number}`;
  return id.since === undefined
    ? undefined
    : `masked\n${id.portal}\n${number}\n${id.item ?? ""}\n${id.since}`;
}

/** Enough to recognise a number that one already holds, and not enough to find it: at most the last four, never half of it. */
export function caseMask(caseNo: string): string {
  const number = normalCaseNo(caseNo);
  return `…${number.slice(number.length - Math.min(4, Math.floor(number.length / 2)))}`;
}
