import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { servePortal } from "../../../portal/portal.ts";
import type { Mutants, Subject } from "./in-page.ts";

const OURS = new URL("../../../pages/", import.meta.url);
const CORPUS = new URL("../../../../../shared/corpus/dev/", import.meta.url);
const PORTAL_NOW = "2026-10-15T10:00:00+08:00";

export interface Source {
  name: string;
  html: string;
  at: string;
  truth?: Truth;
}
interface Row {
  caseNo?: string;
  overdue?: boolean;
}
interface Truth {
  asOf: string;
  rows?: Row[];
  case?: Row;
}

const htmlIn = (folder: URL): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")) : [];

const ours = (): Source[] =>
  htmlIn(OURS).map((name) => {
    const { at } = JSON.parse(
      readFileSync(new URL(name.replace(/html$/, "json"), OURS), "utf8"),
    ) as { at: string };
    return { name, html: readFileSync(new URL(name, OURS), "utf8"), at };
  });

const corpus = (): Source[] =>
  htmlIn(CORPUS).map((name) => {
    const truth = JSON.parse(
      readFileSync(new URL(name.replace(/html$/, "json"), CORPUS), "utf8"),
    ) as Truth;
    const { asOf } = truth;
    const at = `${asOf.length === 16 ? `${asOf}:00` : asOf}+08:00`;
    return { name, html: readFileSync(new URL(name, CORPUS), "utf8"), at, truth };
  });

/** The demo portal's pages as its libraries have drawn them, with their styles inside. */
async function portalPages(page: Page): Promise<Source[]> {
  const portal = await servePortal({ now: new Date(PORTAL_NOW) });
  const found: Source[] = [];
  try {
    for (const [name, address] of Object.entries(portal.views)) {
      const { pathname } = new URL(address);
      await page.goto(`http://127.0.0.1:${portal.port}${pathname}`, { waitUntil: "networkidle" });
      const html = await page.evaluate(async () => {
        for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
          const style = document.createElement("style");
          style.textContent = await (await fetch(link.href)).text();
          link.replaceWith(style);
        }
        for (const script of document.querySelectorAll("script")) script.remove();
        return document.documentElement.outerHTML;
      });
      found.push({ name: `portal ${name}`, html, at: PORTAL_NOW });
    }
  } finally {
    await portal.close();
  }
  return found;
}

/** Our own saved pages (whose readings are checked by `pages.test.ts`), the demo portal and, where it lies beside the checkout, the corpus. */
export async function sourcesFor(mutants: Page): Promise<Source[]> {
  const visitor = await mutants.context().browser()?.newPage();
  if (!visitor) throw new Error("the page has no browser");
  const sources = [...ours(), ...corpus(), ...(await portalPages(visitor))];
  await visitor.close();
  return sources;
}

/** A case is late where the corpus says so; where nothing says, where the unmutated page is read so. `mutants` is a page that holds them. */
export async function subjectOf(
  mutants: Page,
  { name, html, at, truth }: Source,
): Promise<Subject> {
  const read = await mutants.evaluate(
    ([source, when]) =>
      (globalThis as unknown as { mutants: Mutants }).mutants.stamped(source, when),
    [html, at] as const,
  );
  const rows = truth?.rows ?? (truth?.case ? [truth.case] : []);
  const late = read.late.map((said, i) => {
    const own = read.caseNos[i];
    const row =
      rows.find(({ caseNo }) => own !== null && caseNo === own) ??
      (own === null ? rows[i] : undefined);
    return row?.overdue ?? said;
  });
  return { name, at, ...read, late };
}
