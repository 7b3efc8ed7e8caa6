import type { CaseKeys } from "../access/case-names.ts";
import { basename } from "node:path";
import { WIRE_VERSION } from "#shared/case/observation.ts";
import type { Look, Observation, Unreadable } from "#shared/case/observation.ts";
import type { Instant } from "#shared/time/instant.ts";
import { earliest } from "#shared/time/moment.ts";
import type { Random } from "../access/secrets.ts";
import type { Database } from "../db/database.ts";
import type { ObservationLog } from "../db/observations.ts";
import { receive } from "../receipt/receive.ts";
import { digestOf, fileDevice } from "./file-device.ts";
import { type GatheredCase, gathering } from "./gathered-case.ts";
import { headerOf } from "./header-row.ts";
import { logClock } from "./log-clock.ts";
import { type Mapping, mappingOf } from "./mapping.ts";
import { openSheet } from "./open-sheet.ts";
import { readRow } from "./read-row.ts";
import { recordsOf } from "./records.ts";
import { ImportRefused } from "./refused.ts";
import { LIMITS, type SheetRow } from "./sheet-row.ts";

export interface ImportOptions {
  path: string;
  /** concept → header, as the person said */
  map: Readonly<Record<string, string>>;
  /** headers that are left out, whatever they seem to mean */
  ignore?: readonly string[];
  /** what the file is called, where its path does not say it */
  name?: string;
  sheet?: string;
  /** when the file was written, ms: what it says of still open cases was true until then */
  seenAt?: number;
}

export interface ImportInto {
  db: Database;
  log: ObservationLog;
  keys: CaseKeys;
  unit: number;
  now: number;
  random: Random;
  program: string;
  /** told now and then how far it is */
  progress?: (so: ImportProgress) => void;
}

export interface ImportProgress {
  rows: number;
  /** records made durable, or known to be */
  stored: number;
}

export interface RowProblem {
  line: number;
  /** `no-case-number`, `contradicts`, `too-many-steps`, or why a field could not be read */
  code: string;
  field?: string;
}

export interface ImportResult {
  rows: number;
  cases: number;
  records: number;
  accepted: number;
  known: number;
  refused: Record<string, number>;
  problems: number;
  /** the first of them */
  shown: RowProblem[];
  /** the file had come before, read in the same way */
  again: boolean;
}

export interface ImportPlan {
  header: string[];
  mapping: Mapping;
  into(target: ImportInto): Promise<ImportResult>;
  /** gives the file back where it is not imported after all */
  close(): Promise<void>;
}

const SAMPLE = 500;
const SHOWN = 50;
const BATCH = 1000;
/** Rows between two words about how far it is. */
const STEP = 2000;

/** Reads the head of a file and says how it would be read; nothing is stored before `into`. @throws ImportRefused */
export async function planImport(
  options: ImportOptions,
  now: number,
  open: typeof openSheet = openSheet,
): Promise<ImportPlan> {
  const rows = (await open(options.path, options.sheet))();
  const head: SheetRow[] = [];
  while (head.length < SAMPLE) {
    const { done, value } = await rows.next();
    if (done) break;
    head.push(value);
  }
  const header = headerOf(head, Object.values(options.map));
  if (!header || head.length <= header.rows)
    throw new ImportRefused("文件中没有数据行。", "The file holds no row of data.");
  const sample = head.slice(header.rows);
  const at = now as Instant;
  const mapping = mappingOf(
    header.names,
    sample.map(({ cells }) => cells),
    options.map,
    at,
    options.ignore,
  );
  return {
    header: header.names,
    mapping,
    into: async (target) => run(options, mapping, chained(sample, rows), target),
    close: async () => void (await rows.return(undefined)),
  };
}

async function* chained(
  first: SheetRow[],
  rest: AsyncGenerator<SheetRow>,
): AsyncGenerator<SheetRow> {
  yield* first;
  yield* rest;
}

async function run(
  options: ImportOptions,
  mapping: Mapping,
  rows: AsyncGenerator<SheetRow>,
  target: ImportInto,
): Promise<ImportResult> {
  const used = mapping.columns.filter(({ by }) => by !== "guess");
  if (!used.some(({ concept }) => concept === "caseNo"))
    throw new ImportRefused(
      "未能确定办件编号列，请用 --map caseNo=表头 指定。",
      "No column is known to be the case number: name it with --map caseNo=HEADER.",
    );
  const identity = JSON.stringify([
    await digestOf(options.path),
    used.map(({ index, concept }) => [index, concept]),
    options.sheet ?? null,
    options.seenAt ?? null,
  ]);
  const device = await fileDevice(target.db, {
    identity,
    name: (options.name ?? basename(options.path)).normalize("NFC").slice(0, 60),
    unit: target.unit,
    now: target.now,
    random: target.random,
  });
  const { progress = () => undefined } = target;
  const read = await gather(rows, mapping, (options.seenAt ?? device.firstAt) as Instant, progress);
  const until = options.seenAt ?? (mapping.events ? read.lastEvent : device.firstAt);
  const records = recordsOf({
    ...read,
    portal: `file:${device.name}`,
    until: until as Instant,
    caseKey: target.keys,
    reader: `import ${target.program}`,
  });
  const sent = await send(records, device.id, target, (stored) =>
    progress({ rows: read.rows, stored }),
  );
  return {
    ...sent,
    rows: read.rows,
    cases: read.size,
    problems: read.problems,
    shown: read.shown,
    again: !device.fresh,
  };
}

interface Gathered {
  cases: Iterable<GatheredCase>;
  size: number;
  rows: number;
  unidentified: number;
  unreadable: Unreadable[];
  problems: number;
  shown: RowProblem[];
  lastEvent: number;
}

async function gather(
  rows: AsyncGenerator<SheetRow>,
  mapping: Mapping,
  at: Instant,
  progress: (so: ImportProgress) => void,
): Promise<Gathered> {
  const book = gathering();
  const clock = logClock();
  const shown: RowProblem[] = [];
  const unreadable = new Map<string, Unreadable>();
  let [count, unidentified, problems, lastEvent] = [0, 0, 0, 0];
  const report = (problem: RowProblem): void => {
    problems++;
    if (shown.length < SHOWN) shown.push(problem);
  };
  for await (const { line, cells } of rows) {
    if (++count > LIMITS.rows)
      throw new ImportRefused(
        `文件超过 ${LIMITS.rows} 行，请分成几个文件导入。`,
        `The file has more than ${LIMITS.rows} rows: split it.`,
      );
    if (count % STEP === 0) progress({ rows: count, stored: 0 });
    const row = readRow(cells, mapping, { at, clock });
    for (const each of row.unreadable) {
      unreadable.set(`${each.field} ${each.why}`, each);
      report({ line, field: each.field, code: each.why });
    }
    if (row.caseNo === undefined) {
      unidentified++;
      report({ line, code: "no-case-number" });
      continue;
    }
    const problem = book.add({ ...row, caseNo: row.caseNo });
    if (problem) report({ line, code: problem });
    for (const moment of [row.step?.enteredAt, row.step?.leftAt, row.facts.acceptedAt])
      if (moment !== undefined && earliest(moment) <= at)
        lastEvent = Math.max(lastEvent, earliest(moment));
  }
  return {
    cases: book.cases(),
    size: book.size,
    rows: count,
    unidentified,
    unreadable: [...unreadable.values()],
    problems,
    shown,
    lastEvent,
  };
}

/** Through the same receipt as a batch from a window: checked record by record, stored once, durable when counted. */
async function send(
  records: Iterable<Look | Observation>,
  device: number,
  { log, keys, now }: ImportInto,
  stored: (records: number) => void,
): Promise<Pick<ImportResult, "records" | "accepted" | "known" | "refused">> {
  const total = { records: 0, accepted: 0, known: 0, refused: {} as Record<string, number> };
  let batch: (Look | Observation)[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const answer = await receive(log, keys, {
      device,
      batch: { version: WIRE_VERSION, sentAt: now, records: batch },
      receivedAt: now,
    });
    total.records += batch.length;
    total.accepted += answer.accepted;
    total.known += answer.known;
    stored(total.records);
    for (const { code } of answer.refused) total.refused[code] = (total.refused[code] ?? 0) + 1;
    batch = [];
  };
  for (const record of records) {
    batch.push(record);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return total;
}
