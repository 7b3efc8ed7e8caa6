import type { Reading } from "./reading.ts";

/**
 * Has a portal changed under the reader? Compared is the shape of what was read, never a case or a value: header words, what they
 * were taken for, and how much of the cells could be read.
 */
export type Drift =
  /** columns that used to be read are gone, renamed to words that nobody knows, or not read any more */
  | "drift-columns"
  /** the column is there and its cells are no dates or limits any more */
  | "drift-values"
  /** the list is there without rows, though its pager counts some */
  | "drift-empty"
  /** a page that always showed cases shows none */
  | "drift-gone";

export interface ColumnSight {
  header: string;
  concept: string;
  /** `empty`: no cell said anything */
  state: "sure" | "empty" | "disagrees" | "unknown";
}

/** What one settled look saw of one page. */
export interface Sighting {
  kind: Reading["kind"];
  /** the document's title without digits */
  title: string;
  /** the first settled look of its document: what the page shows before a person has clicked anything in it */
  fresh: boolean;
  /** what was read as a list or as a case, with the number of its rows */
  read?: { columns: ColumnSight[]; rows: number; parsed: number };
  /** header words of every table that is drawn, read or not */
  tables: { headers: string[]; rows: number }[];
  /** entries in all, as the pager counts them */
  total?: number;
}

interface Form {
  kind: "list" | "detail";
  headers: string[];
  /** header → what it was surely read as */
  columns: Record<string, string>;
  times: number;
  /** the share of cases whose times and limits could all be read, the best that was seen */
  parsed: number;
}

/** What is remembered of one page of one portal. */
export interface Memory {
  title: string;
  forms: Form[];
  /** documents that showed cases before anybody clicked, and documents that did not */
  freshRead: number;
  freshNone: number;
  /** a form that looked like a change of the portal; it becomes a form of its own when the old one is seen again */
  suspect?: Form;
  lastGoodAt: number;
}

/** What a verdict stands on: only the loss of these is told. */
const NEEDED: ReadonlySet<string> = new Set([
  "caseNo",
  "acceptedAt",
  "receivedAt",
  "submittedAt",
  "due",
  "statutoryDue",
  "closedAt",
  "statutoryLimit",
  "promisedLimit",
  "limit",
  "remaining",
  "status",
  "overdueFlag",
  "light",
  "stepDue",
]);
/** as often must a page have shown its cases at once before their absence says anything */
const RELIABLE = 3;
const MOST_FORMS = 12;
const ALIKE = 0.5;

/** Which of the known forms a table has most headers in common with; undefined when with none at least half. */
function known(forms: readonly Form[], headers: readonly string[]): Form | undefined {
  let best: Form | undefined;
  let most = 0;
  for (const form of forms) {
    const shared = form.headers.filter((header) => headers.includes(header)).length;
    const share = shared / Math.max(1, Math.min(form.headers.length, headers.length));
    // the whole of one form says more than the same share of a longer one
    const worth = share + (shared === form.headers.length && shared === headers.length ? 1 : 0);
    if (share >= ALIKE && worth > most) {
      best = form;
      most = worth;
    }
  }
  return best;
}

/** What is wrong with this sight, given what was seen before. Empty: nothing, or nothing that can be told. */
export function driftOf(memory: Memory | undefined, sight: Sighting): Drift[] {
  if (!memory || memory.forms.length === 0) return [];
  const forms = memory.forms.filter((form) => form.times > 0);
  if (sight.read && sight.kind !== "none") {
    const form = known(
      forms.filter((each) => each.kind === sight.kind),
      sight.read.columns.map(({ header }) => header),
    );
    return form ? compare(form, sight.read, sight) : lostTable(forms, sight);
  }
  return lostTable(forms, sight).length > 0 ? lostTable(forms, sight) : gone(memory, sight);
}

function compare(form: Form, read: NonNullable<Sighting["read"]>, sight: Sighting): Drift[] {
  const now = new Map(read.columns.map((column) => [column.header, column]));
  const found = new Set<Drift>();
  const understood = new Set(
    read.columns.filter(({ state }) => state !== "unknown").map(({ concept }) => concept),
  );
  const added = read.columns.filter(({ header }) => !form.headers.includes(header));
  for (const [header, concept] of Object.entries(form.columns)) {
    if (!NEEDED.has(concept)) continue;
    const column = now.get(header);
    // of cases that are not finished a page may say 办理中 where the day will stand
    if (column?.state === "disagrees" && concept !== "closedAt") found.add("drift-values");
    else if (column?.state === "unknown" && !understood.has(concept)) found.add("drift-columns");
    else if (!column && sight.kind === "list" && !understood.has(concept)) {
      // another view of the same list brings columns of its own that are understood (办结时间 for 承诺办结时间)
      const another =
        added.length > 0 && added.every(({ state }) => state === "sure" || state === "empty");
      if (!another) found.add("drift-columns");
    }
  }
  if (sight.kind === "list" && read.rows === 0 && (sight.total ?? 0) > 0) found.add("drift-empty");
  if (read.rows >= 3 && form.parsed >= 0.9 && read.parsed < 0.5) found.add("drift-values");
  return [...found];
}

/** The table is still drawn, with rows, and was not read as what it was. Without rows it is an honest empty result. */
function lostTable(forms: readonly Form[], { tables }: Sighting): Drift[] {
  const lists = forms.filter(({ kind }) => kind === "list");
  return tables.some(({ headers, rows }) => rows > 0 && known(lists, headers))
    ? ["drift-columns"]
    : [];
}

/** Nothing at all, where there always was something before anybody clicked. A login page or an error bears another title. */
const gone = (memory: Memory, sight: Sighting): Drift[] =>
  sight.kind === "none" &&
  sight.fresh &&
  memory.freshRead >= RELIABLE &&
  memory.freshNone === 0 &&
  memory.title === sight.title &&
  !memory.forms.some(({ headers }) =>
    sight.tables.some((table) => headers.every((header) => table.headers.includes(header))),
  )
    ? ["drift-gone"]
    : [];

/** The memory after a sight; `undefined`: nothing worth remembering. A sight with drift does not change what is known to be good. */
export function remember(
  memory: Memory | undefined,
  sight: Sighting,
  at: number,
  drift: readonly Drift[] = driftOf(memory, sight),
): Memory | undefined {
  const form = formOf(sight);
  if (!memory) return form && sight.read?.rows !== 0 ? first(sight, form, at) : undefined;
  if (drift.length > 0) return form ? { ...memory, suspect: form } : memory;
  const fresh = {
    freshRead: memory.freshRead + Number(sight.fresh && form !== undefined),
    // a login page in its place says nothing of the list
    freshNone:
      memory.freshNone +
      Number(
        sight.fresh &&
          form === undefined &&
          sight.tables.length === 0 &&
          sight.title === memory.title,
      ),
  };
  if (!form) return { ...memory, ...fresh };
  const same = known(
    memory.forms.filter(({ kind }) => kind === form.kind),
    form.headers,
  );
  const exact = same && sameHeaders(same, form) ? same : undefined;
  const forms = exact
    ? memory.forms.map((each) => (each === exact ? merged(each, form) : each))
    : [...memory.forms, form];
  const { suspect, ...rest } = memory;
  const other = suspect && exact && !sameHeaders(suspect, exact) ? [suspect] : [];
  return {
    ...rest,
    ...fresh,
    title: sight.title,
    forms: [...forms, ...other].slice(-MOST_FORMS),
    lastGoodAt: at,
  };
}

/** A person says that the page is right as it is now: the old form is forgotten. */
export const accept = (sight: Sighting, at: number): Memory | undefined => {
  const form = formOf(sight);
  return form && first(sight, form, at);
};

const first = (sight: Sighting, form: Form, at: number): Memory => ({
  title: sight.title,
  forms: [form],
  freshRead: Number(sight.fresh),
  freshNone: 0,
  lastGoodAt: at,
});

function formOf({ kind, read }: Sighting): Form | undefined {
  if (!read || (kind !== "list" && kind !== "detail")) return undefined;
  const sure = read.columns.filter(({ state }) => state === "sure");
  return {
    kind,
    headers: read.columns.map(({ header }) => header),
    columns: Object.fromEntries(sure.map(({ header, concept }) => [header, concept])),
    times: 1,
    parsed: read.rows === 0 ? 0 : read.parsed,
  };
}

const sameHeaders = (a: Form, b: Form): boolean =>
  a.headers.length === b.headers.length && a.headers.every((header) => b.headers.includes(header));

const merged = (old: Form, now: Form): Form => ({
  ...now,
  columns: { ...old.columns, ...now.columns },
  times: Math.min(old.times + 1, 1000),
  parsed: Math.max(old.parsed, now.parsed),
});
