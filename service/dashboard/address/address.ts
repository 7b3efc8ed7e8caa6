/**
 * The pages and their addresses, both ways. A page says what is shown, the query how: `reports/delays?from=…&to=…`.
 * The service answers every address that is no file and no part of its API with `index.html`.
 */
export type Page =
  | { name: "home" }
  | { name: "report"; id: string }
  | { name: "cases" }
  | { name: "case"; key: string }
  | { name: "devices" }
  | { name: "rules" }
  | { name: "rule"; id: string }
  | { name: "portals" }
  | { name: "imports" }
  | { name: "account" }
  | { name: "users" }
  | { name: "tokens" }
  | { name: "units" }
  | { name: "audit" }
  | { name: "observations" }
  | { name: "missing" };

export interface Address {
  page: Page;
  query: URLSearchParams;
}

export function readAddress(path: string, search: string): Address {
  return { page: readPage(path), query: new URLSearchParams(search) };
}

function readPage(path: string): Page {
  const [first, second, third] = path.split("/").filter(Boolean).map(decoded);
  if (third !== undefined) return { name: "missing" };
  if (first === undefined || (first === "index.html" && second === undefined))
    return { name: "home" };
  if (first === "reports" && second !== undefined) return { name: "report", id: second };
  if (first === "cases")
    return second === undefined ? { name: "cases" } : { name: "case", key: second };
  if (first === "devices" && second === undefined) return { name: "devices" };
  if (first === "rules")
    return second === undefined ? { name: "rules" } : { name: "rule", id: second };
  if (first === "portals" && second === undefined) return { name: "portals" };
  if (first === "imports" && second === undefined) return { name: "imports" };
  const plain = PLAIN.find((each) => each === first);
  if (plain !== undefined && second === undefined) return { name: plain };
  return { name: "missing" };
}

const PLAIN = ["account", "users", "tokens", "units", "audit", "observations"] as const;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function pagePath(page: Page): string {
  if (page.name === "report") return `/reports/${encodeURIComponent(page.id)}`;
  if (page.name === "case") return `/cases/${encodeURIComponent(page.key)}`;
  if (page.name === "rule") return `/rules/${encodeURIComponent(page.id)}`;
  return page.name === "home" || page.name === "missing" ? "/" : `/${page.name}`;
}

export function addressText(page: Page, query?: URLSearchParams): string {
  const search = query?.toString() ?? "";
  return search === "" ? pagePath(page) : `${pagePath(page)}?${search}`;
}
