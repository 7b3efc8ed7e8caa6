import { createHash } from "node:crypto";
import { type PortalFile, portalFile } from "#shared/reading/portal-file.ts";
import type { Unit } from "../access/units.ts";
import type { Database } from "../db/database.ts";
import type { PortalFilesInEffect, PortalOffer } from "../routes/shapes/portal-file.ts";
import type { UnitRef } from "../routes/shapes/common.ts";

interface Offer {
  revision: number;
  unit: number;
  name: string;
  file: PortalFile;
  offeredAt: number;
  offeredBy: { id: string; name: string };
}

interface Decided {
  revision: number;
  unit: number;
  decision: "accept" | "refuse" | "off";
  at: number;
  by: { id: string; name: string };
}

/** Everything that was ever offered and decided. The units that it is asked for are what one may see of it. */
export interface PortalBook {
  /** the revision in effect of each name, for a unit: its own last decision's, else the nearest one's above it */
  inEffect(unit: number): { offer: Offer; by: Decided }[];
  /** offers of these units, and what is in effect there by a decision from above; the newest first */
  offers(within: readonly Unit[]): PortalOffer[];
}

export async function portalBook(db: Database, units: readonly Unit[]): Promise<PortalBook> {
  const offers = new Map((await storedOffers(db)).map((offer) => [offer.revision, offer]));
  const decisions = (await storedDecisions(db)).filter(({ revision }) => offers.has(revision));
  const byId = new Map(units.map((unit) => [unit.id, unit]));

  /** unit and name → the decision that holds there */
  const standing = new Map<string, Decided>();
  for (const each of decisions)
    if (each.decision !== "refuse")
      standing.set(`${each.unit} ${offers.get(each.revision)?.name}`, each);
  const names = [...new Set([...offers.values()].map(({ name }) => name))].sort();

  const inEffect = (unit: number): { offer: Offer; by: Decided }[] =>
    names.flatMap((name) => {
      const [by] = chainOf(unit).flatMap((at) => standing.get(`${at} ${name}`) ?? []);
      const offer = by && offers.get(by.revision);
      return offer && by.decision === "accept" ? [{ offer, by }] : [];
    });

  return {
    inEffect,
    offers(within) {
      const ids = new Set(within.map(({ id }) => id));
      const chain = chainOf(within[0]?.id ?? null);
      const seen = new Set([...ids, ...chain]);
      return [...offers.values()]
        .filter(
          ({ unit, revision }) =>
            ids.has(unit) ||
            decisions.some((each) => each.revision === revision && chain.includes(each.unit)),
        )
        .sort((a, b) => b.revision - a.revision)
        .flatMap((offer) => shown(offer, ids, seen));
    },
  };

  /** the unit and all above it */
  function chainOf(unit: number | null): number[] {
    return unit === null ? [] : [unit, ...chainOf(byId.get(unit)?.parent ?? null)];
  }

  /** Of what came from above one learns which unit decided it, and nothing of another subtree. */
  function shown(offer: Offer, ids: ReadonlySet<number>, seen: ReadonlySet<number>): PortalOffer[] {
    const own = decisions.filter(
      ({ revision, unit }) => revision === offer.revision && seen.has(unit),
    );
    const mine = ids.has(offer.unit);
    const unit = refOf(byId.get(mine ? offer.unit : (own[0]?.unit ?? offer.unit)));
    if (!unit) return [];
    const active = new Set(
      [...ids].flatMap((id) =>
        inEffect(id).flatMap(({ offer: { revision }, by }) =>
          revision === offer.revision ? [by.unit] : [],
        ),
      ),
    );
    const last = own.at(-1)?.decision;
    const state =
      active.size > 0
        ? "active"
        : last === undefined
          ? "offered"
          : last === "accept"
            ? "replaced"
            : last === "off"
              ? "off"
              : "refused";
    return [
      {
        revision: offer.revision,
        name: offer.name,
        unit,
        offeredAt: iso(offer.offeredAt),
        offeredBy: mine ? offer.offeredBy : { id: "", name: "" },
        state,
        activeIn: [...active].flatMap((id) => refOf(byId.get(id)) ?? []),
        decisions: own.flatMap(({ decision, unit: where, at, by }) => {
          const ref = refOf(byId.get(where));
          return ref ? [{ decision, unit: ref, at: iso(at), by }] : [];
        }),
        file: offer.file,
      },
    ];
  }
}

/** What a browser of the unit gets. */
export const filesFor = (
  book: PortalBook,
  unit: number,
  units: readonly Unit[],
): PortalFilesInEffect => ({
  files: book.inEffect(unit).flatMap(({ offer, by }) => {
    const ref = refOf(units.find(({ id }) => id === by.unit));
    return ref
      ? [{ revision: offer.revision, unit: ref, acceptedAt: iso(by.at), file: offer.file }]
      : [];
  }),
});

export const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex");

const iso = (at: number): string => new Date(at).toISOString();
const refOf = (unit: Unit | undefined): UnitRef | undefined =>
  unit && { id: unit.id, name: unit.name, path: unit.path };

/** Checked again when read back: another program may have written it, and browsers take it without asking. */
async function storedOffers(db: Database): Promise<Offer[]> {
  const rows = await db.all(
    "SELECT id, unit, name, body, offered_at, offered_by, offered_name FROM portal_files ORDER BY id",
  );
  return rows.flatMap((row) => {
    const file = portalFile.safeParse(JSON.parse(String(row.body)));
    return file.success
      ? [
          {
            revision: Number(row.id),
            unit: Number(row.unit),
            name: String(row.name),
            file: file.data,
            offeredAt: Number(row.offered_at),
            offeredBy: { id: String(row.offered_by), name: String(row.offered_name) },
          },
        ]
      : [];
  });
}

async function storedDecisions(db: Database): Promise<Decided[]> {
  const rows = await db.all(
    "SELECT file, unit, decision, decided_at, decided_by, decided_name FROM portal_decisions ORDER BY id",
  );
  return rows.map((row) => ({
    revision: Number(row.file),
    unit: Number(row.unit),
    decision: String(row.decision) as Decided["decision"],
    at: Number(row.decided_at),
    by: { id: String(row.decided_by), name: String(row.decided_name) },
  }));
}
