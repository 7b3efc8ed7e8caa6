import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** One page as `shixian read` prints it, as far as it is used here. */
export interface ReadPage {
  file: string;
  columns: { header: string; concept: string; confidence: "sure" | "guess" }[];
  cases: (Record<string, unknown> & { caseNo?: string })[];
}

interface Truth {
  kind?: string;
  columns?: { header: string; concept: string; hidden?: boolean }[];
  rows?: (Record<string, unknown> & { caseNo?: string })[];
}

const DATES = ["submittedAt", "acceptedAt", "due", "closedAt", "stepEnteredAt", "stepDue"];
const TEXTS = ["caseNo", "item", "department", "step"];
/** Of these one may be called what the page calls another. */
const LIMITS = ["limit", "promisedLimit", "statutoryLimit", "due"];
/** What nobody reads may be called anything that nobody reads. */
const UNREAD = ["title", "project", "handler", "caseKind", "other", "action", "selector", "index"];

const squash = (text: unknown): string =>
  String(text ?? "")
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .toLowerCase();
const same = (a: string, b: string): boolean =>
  a === b ||
  (LIMITS.includes(a) && LIMITS.includes(b)) ||
  (UNREAD.includes(a) && UNREAD.includes(b));

interface Share {
  right: number;
  all: number;
}

/** Of what the reader says at each confidence, how much is right. Silence is not counted here: the scorer counts it as missed. */
export function calibration(folder: string, read: readonly ReadPage[]): string[] {
  const shares: Record<string, Share> = {};
  const wrong: string[] = [];
  const count = (name: string, right: boolean, told: string): void => {
    const share = (shares[name] ??= { right: 0, all: 0 });
    share.all++;
    if (right) share.right++;
    else wrong.push(`  wrong at ${name}: ${told}`);
  };
  const pages = new Map(read.map((page) => [basename(page.file), page]));
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
    const truth = JSON.parse(readFileSync(join(folder, name), "utf8")) as Truth;
    const page = pages.get(name.replace(/json$/, "html"));
    if (!page || !truth.kind) continue;
    for (const { header, concept, confidence } of page.columns) {
      const known = (truth.columns ?? []).filter((each) => squash(each.header) === squash(header));
      if (known.length === 0 || squash(header) === "") continue;
      // said to be nothing: silence
      if (concept === "other") continue;
      const right = known.some((each) => same(each.concept, concept));
      count(`columns, ${confidence}`, right, `${name}: «${header}» read as ${concept}`);
    }
    for (const [i, row] of (truth.rows ?? []).entries()) {
      const found =
        page.cases.find((each) => squash(each.caseNo) === squash(row.caseNo) && row.caseNo) ??
        (row.caseNo ? undefined : page.cases[i]);
      for (const field of found ? [...TEXTS, ...DATES] : []) {
        const said = found?.[field];
        if (!(field in row) || said === undefined || said === null) continue;
        const right = DATES.includes(field)
          ? squash(said).startsWith(
              squash(row[field])
                .slice(0, 16)
                .replace(/t00:00$/, ""),
            ) && row[field] !== null
          : squash(said) === squash(row[field]);
        count(
          "fields, sure",
          right,
          `${name} ${row.caseNo ?? i}: ${field} read as ${String(said)}`,
        );
      }
    }
  }
  const lines = Object.entries(shares).map(
    ([name, { right, all }]) =>
      `${name}: ${right} of ${all} right (${((100 * right) / all).toFixed(1)} %)`,
  );
  return [`confidence · ${lines.join(" · ")}`, ...wrong];
}
