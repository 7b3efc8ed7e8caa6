import type { Me } from "../../routes/shapes/access.ts";
import type { Page } from "../address/address.ts";

const READ = ["auditor", "supervisor", "reviewer"];
const OPERATED: Readonly<Partial<Record<Page["name"], readonly string[]>>> = {
  home: READ,
  report: READ,
  cases: READ,
  case: READ,
  portals: [...READ, "system-admin"],
  imports: ["auditor", "supervisor", "system-admin"],
  rules: [...READ, "system-admin"],
  rule: [...READ, "system-admin"],
  devices: [...READ, "system-admin", "observer"],
  units: ["system-admin"],
  users: ["security-admin"],
  tokens: ["security-admin"],
  audit: ["auditor"],
  observations: ["supervisor", "observer"],
};
const PEOPLE: readonly string[] = ["users", "tokens", "audit", "account", "observations"];

/** Whether a page is offered at all. What it shows, the service decides for each request anew. */
export const mayOpen = ({ role, person }: Me, page: Page["name"]): boolean =>
  (OPERATED[page]?.includes(role) ?? true) && (person || !PEOPLE.includes(page));
