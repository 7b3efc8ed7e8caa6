import type { Timeline } from "#shared/case/timeline.ts";
import type { Insert, Statement } from "../db/database.ts";
import { type Arrived, type Known, type Sight, lookIn, namesLook } from "./fold-reads.ts";
import type { Fold } from "./fold.ts";
import type { Tables } from "./tables.ts";

export interface FoldedCase {
  id: number;
  row: (string | number)[];
  timeline: Timeline;
}

export function foldedCase(
  id: number,
  all: readonly Known[],
  fold: Fold,
  portals: ReadonlyMap<string, { portal: string; batch: number }>,
): FoldedCase {
  const ordered = all.toSorted(
    (a, b) => a.said.at - b.said.at || a.device - b.device || a.said.seq - b.said.seq,
  );
  const timeline = fold(ordered.map(({ said }) => said));
  const looks = ordered.flatMap(({ device, said }) =>
    namesLook(said) ? (portals.get(`${device}/${said.look}`) ?? []) : [],
  );
  const first = ordered[0];
  return {
    id,
    timeline,
    row: [
      id,
      first?.said.caseKey ?? "",
      first?.said.caseMask ?? "",
      looks[0]?.portal ?? "",
      Math.min(...ordered.map(({ said }) => said.at)),
      Math.max(...ordered.map(({ said }) => said.lastAt)),
      ordered.length,
      JSON.stringify(timeline),
      Math.max(...all.map(({ batch }) => batch), ...looks.map(({ batch }) => batch)),
    ],
  };
}

export function caseStatements(t: Tables, cases: readonly FoldedCase[]): Statement[] {
  const ids = JSON.stringify(cases.map(({ id }) => id));
  return [
    {
      sql: `INSERT INTO ${t.cases}(id, key, mask, portal, first_at, last_at, observations, timeline, batch)
            SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8
            FROM json_each(?) WHERE true
            ON CONFLICT(id) DO UPDATE SET mask = excluded.mask, portal = excluded.portal, first_at = excluded.first_at,
              last_at = excluded.last_at, observations = excluded.observations, timeline = excluded.timeline,
              batch = excluded.batch`,
      args: [JSON.stringify(cases.map(({ row }) => row))],
    },
    {
      sql: `DELETE FROM ${t.step_intervals} WHERE case_id IN (SELECT value FROM json_each(?))`,
      args: [ids],
    },
    {
      insert: {
        table: t.step_intervals,
        columns: ["case_id", "n", "name", "department", "entered_at", "left_at"],
      },
      rows: cases.flatMap(({ id, timeline }) =>
        timeline.steps.map((step, n) => [
          id,
          n,
          step.name,
          step.department ?? null,
          step.enteredAt ?? null,
          step.leftAt ?? null,
        ]),
      ),
    },
  ];
}

export const sightStatements = (
  t: Tables,
  seen: readonly Sight[],
  idOf: (key: string) => number,
): Statement[] => [
  {
    insert: { table: t.sightings, columns: ["case_id", "at", "device", "seq", "last_at", "look"] },
    rows: seen.map(({ row, said }) => [
      idOf(said.caseKey),
      said.at,
      row.device,
      row.seq,
      said.lastAt,
      said.look,
    ]),
  },
  {
    insert: { table: t.case_units, columns: ["case_id", "unit"] },
    rows: [...new Set(seen.map(({ row, said }) => `${idOf(said.caseKey)}/${row.unit}`))].map(
      (pair) => pair.split("/").map(Number),
    ),
  },
];

const looksInto = (t: Tables): Insert => ({
  table: t.looks,
  columns: [
    "device",
    "seq",
    "unit",
    "at",
    "portal",
    "view",
    "cases",
    "unidentified",
    "unreadable",
    "total",
    "batch",
  ],
});

function lookRow({ device, seq, unit, skew, body, batch }: Arrived): (string | number | null)[] {
  const said = lookIn(body, skew);
  return [
    device,
    seq,
    unit,
    said.at,
    said.portal,
    said.view,
    said.cases,
    said.unidentified,
    said.unreadable.length,
    said.coverage.total ?? null,
    batch,
  ];
}

export const lookStatement = (t: Tables, arrived: readonly Arrived[]): Statement => ({
  insert: looksInto(t),
  rows: arrived.map(lookRow),
});
