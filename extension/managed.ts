import { browser } from "wxt/browser";
import { z } from "zod";

const text = z.string().trim().min(1).max(300);

/** What an administrator states by enterprise policy (`managed-schema.json`), so that nobody types at the window. */
export interface Policy {
  address?: string;
  unit?: string;
  code?: string;
  name?: string;
  /** match patterns of portals outside `gov.cn` */
  portals: string[];
}

/** A wrong entry costs no other: a policy is written by hand and for many machines. */
export async function managedPolicy(): Promise<Policy> {
  // a browser without policies answers with nothing; one without the area has none
  const said: unknown = (await browser.storage.managed?.get(null)) ?? {};
  const given = z.record(z.string(), z.unknown()).catch({}).parse(said);
  const policy: Policy = { portals: portalsIn(given.portals) };
  for (const key of ["address", "unit", "code", "name"] as const) {
    const value = text.safeParse(given[key]);
    if (value.success) policy[key] = value.data;
  }
  return policy;
}

/** Web addresses only: a pattern for everything is not a list of portals. */
const portalsIn = (given: unknown): string[] =>
  z
    .array(z.unknown())
    .catch([])
    .parse(given)
    .filter(
      (each): each is string =>
        typeof each === "string" && /^(\*|https?):\/\/(\*\.)?[\w.-]+(:\d+)?\/\S*$/.test(each),
    );

export function onPolicyChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") changed();
  });
}
