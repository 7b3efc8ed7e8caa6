import { STATUS_KINDS, isClosed } from "#shared/case/status.ts";
import type { Database, Value } from "../db/database.ts";
import type { Deps } from "../http/deps.ts";
import type { Metric, Sample } from "./exposition.ts";

/** A portal is looked at on working days: what a week has not shown is no longer surely as it was. */
const STALE_MS = 7 * 86_400_000;

/** What this process has done and what the database holds. Asking costs a few counts, none over the log. */
export async function metricsOf({ db, log, meter, now, program }: Deps): Promise<Metric[]> {
  const at = now();
  const [name = "", version = ""] = program.split("@");
  const gauge = (called: string, help: string, samples: readonly Sample[]): Metric => ({
    name: called,
    help,
    type: "gauge",
    samples,
  });
  const counter = (called: string, help: string, value: number): Metric => ({
    name: called,
    help,
    type: "counter",
    samples: [{ value }],
  });
  const [devices] = await db.all(DEVICES);
  return [
    gauge("shixian_build_info", "The running program.", [
      { labels: { program: name, version, node: process.version, engine: db.kind }, value: 1 },
    ]),
    counter("shixian_batches_total", "Batches answered since the start.", meter.batches),
    counter("shixian_records_accepted_total", "New records stored.", meter.accepted),
    counter("shixian_records_known_total", "Records that were stored before.", meter.known),
    {
      name: "shixian_records_refused_total",
      help: "Records refused, by reason.",
      type: "counter",
      samples: ["invalid-record", "personal-data", "seq-reused"].map((code) => ({
        labels: { code },
        value: meter.refused.get(code) ?? 0,
      })),
    },
    counter(
      "shixian_batches_unavailable_total",
      "Batches answered 503: the queue was full or the store busy.",
      meter.unavailable,
    ),
    gauge("shixian_queue_records", "Records that wait to be written.", [{ value: log.waiting() }]),
    gauge("shixian_batches_unfolded", "Batches stored and not yet in the tables of cases.", [
      { value: await one(db, UNFOLDED) },
    ]),
    gauge("shixian_cases", "Cases known.", [
      { value: await one(db, "SELECT count(*) FROM cases") },
    ]),
    gauge("shixian_cases_stale", "Cases without an end that nobody has looked at for 7 days.", [
      { value: await meter.seldom(at, () => one(db, STALE, [at - STALE_MS, CLOSED])) },
    ]),
    gauge("shixian_devices", "Devices that may send.", [{ value: Number(devices?.all_of) }]),
    gauge("shixian_devices_with_gaps", "Of these, those with records missing.", [
      { value: Number(devices?.gaps) },
    ]),
    gauge("shixian_devices_copied", "Of these, those that used a number twice.", [
      { value: Number(devices?.copied) },
    ]),
    gauge("shixian_database_bytes", "Size of the database without its write-ahead log.", [
      { value: await one(db, SIZE) },
    ]),
    {
      name: "shixian_request_duration_seconds",
      help: "How long requests took, by route and status.",
      type: "histogram",
      samples: [...meter.requests.values()].map(({ method, route, status, took }) => ({
        labels: { method, route, status: String(status) },
        value: took,
      })),
    },
  ];
}

const one = async (db: Database, sql: string, args: readonly Value[] = []): Promise<number> =>
  Number((await db.values(sql, args))[0]?.[0] ?? 0);

const UNFOLDED = "SELECT count(*) FROM batches WHERE id > (SELECT batch FROM fold)";

const CLOSED = JSON.stringify(STATUS_KINDS.filter(isClosed));

const STALE = `SELECT count(*) FROM cases WHERE last_at < ?1
  AND json_extract(timeline, '$.closedAt') IS NULL AND json_extract(timeline, '$.deliveredAt') IS NULL
  AND coalesce(json_extract(timeline, '$.status.kind'), '') NOT IN (SELECT value FROM json_each(?2))`;

const DEVICES = `SELECT count(*) AS all_of, coalesce(sum(conflicts > 0), 0) AS copied,
    coalesce(sum((SELECT count(*) > 1 OR min(first_seq) > 1 FROM runs WHERE device = devices.id)), 0) AS gaps
  FROM devices WHERE revoked_at IS NULL`;

const SIZE = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
