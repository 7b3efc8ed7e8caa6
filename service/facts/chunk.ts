import { deserialize, serialize } from "node:v8";
import { caseColumns, sightColumns, spellColumns, stayColumns } from "./column-names.ts";
import type { Columns } from "./columns.ts";
import { Dictionary } from "./dictionary.ts";

/** Cases of one chunk: those whose numbers lie beside each other, which mostly means that they began about the same time. */
export const CHUNK = 8192;
const KEY = 32;

type Group = Record<string, Float64Array | Int32Array | Uint32Array | Uint8Array>;

/** Columns whose numbers stand for something in a dictionary. */
const CODED = {
  cases: {
    mask: "masks",
    portal: "words",
    department: "words",
    item: "words",
    step: "words",
    project: "words",
    units: "unitSets",
    traits: "traits",
  },
  spells: { state: "states" },
  stays: { step: "words", department: "words" },
  sights: { source: "sources" },
} as const;
type Name = "words" | "masks" | "unitSets" | "traits" | "states" | "sources";
const NAMES: readonly Name[] = ["words", "masks", "unitSets", "traits", "states", "sources"];

/** What a case has several of, each with the columns that tell where. */
const HEAPS = [
  ["spells", "spellCount"],
  ["stays", "stayCount"],
  ["sights", "sightCount"],
] as const;

interface Chunk {
  rows: number;
  keys: Uint8Array;
  /** JSON of the dictionaries: a text is the same bytes however it is held in memory */
  values: Uint8Array;
  groups: Record<"cases" | "spells" | "stays" | "sights", Group>;
}

/**
 * A chunk by itself, with its own dictionaries: the same bytes for the same cases, in whatever order and however often they were put, and
 * chunks can be put together in any order.
 */
export function encoded(columns: Columns, chunk: number): Uint8Array {
  const first = chunk * CHUNK;
  const end = Math.min(columns.size, first + CHUNK);
  const codes = Object.fromEntries(
    NAMES.map((name) => [name, new Map<number, number>()]),
  ) as Record<Name, Map<number, number>>;
  const local = (name: Name, code: number): number => {
    const known = codes[name].get(code) ?? codes[name].size;
    codes[name].set(code, known);
    return known;
  };
  const taken = (from: Group, rows: readonly number[], coded: Record<string, Name>): Group =>
    Object.fromEntries(
      Object.entries(from).map(([name, column]) => {
        const Kind = column.constructor as new (n: number) => Group[string];
        const own = new Kind(rows.length);
        const dictionary = coded[name];
        for (const [i, row] of rows.entries()) {
          const value = column[row] ?? 0;
          own[i] = dictionary ? local(dictionary, value) : value;
        }
        return [name, own];
      }),
    );
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  const cases = taken(columns.cases, rows, CODED.cases);
  const groups: Chunk["groups"] = { cases, spells: {}, stays: {}, sights: {} };
  for (const [heap, count] of HEAPS) {
    const all = rows.flatMap((row) => {
      const begin = columns.cases[heap][row] ?? 0;
      return Array.from({ length: columns.cases[count][row] ?? 0 }, (_, i) => begin + i);
    });
    groups[heap] = taken(columns[heap], all, CODED[heap]);
    // where they lay says nothing
    cases[heap]?.fill(0);
  }
  const words = Object.fromEntries(
    NAMES.map((name) => [name, [...codes[name].keys()].map((code) => columns[name].at(code))]),
  );
  const values = new TextEncoder().encode(JSON.stringify(words));
  const keys = Uint8Array.from(columns.keys.subarray(first * KEY, end * KEY));
  return serialize({ rows: rows.length, keys, values, groups } satisfies Chunk);
}

/** Puts a chunk into its place among columns that do not hold it yet. */
export function decode(columns: Columns, chunk: number, bytes: Uint8Array): void {
  const { rows, keys, groups, values: texts } = deserialize(bytes) as Chunk;
  const values = JSON.parse(new TextDecoder().decode(texts)) as Record<Name, unknown[]>;
  const first = chunk * CHUNK;
  const global = Object.fromEntries(
    NAMES.map((name) => {
      const dictionary: Dictionary<unknown> = columns[name] as Dictionary<unknown>;
      return [name, Uint32Array.from(values[name], (value) => dictionary.code(value))];
    }),
  ) as Record<Name, Uint32Array>;
  const used = { ...columns.used };
  columns.reserve(first + rows, {
    spells: lengthOf(groups.spells),
    stays: lengthOf(groups.stays),
    sights: lengthOf(groups.sights),
  });
  const put = (to: Group, from: Group, at: number, coded: Record<string, Name>): void => {
    for (const [name, column] of Object.entries(to)) {
      const own = from[name];
      const dictionary = coded[name];
      if (own && dictionary)
        column.set(
          own.map((code) => global[dictionary][code] ?? 0),
          at,
        );
      else if (own) column.set(own, at);
    }
  };
  put(columns.cases, groups.cases, first, CODED.cases);
  for (const [heap, count] of HEAPS) {
    put(columns[heap], groups[heap], used[heap], CODED[heap]);
    let at = used[heap];
    for (let row = first; row < first + rows; row++) {
      columns.cases[heap][row] = at;
      at += columns.cases[count][row] ?? 0;
    }
  }
  columns.keys.set(keys, first * KEY);
}

const lengthOf = (group: Group): number => Object.values(group)[0]?.length ?? 0;

/** The names of all columns: a chunk that was made with others is none of ours. */
export const SHAPE = [caseColumns(), spellColumns(), stayColumns(), sightColumns()]
  .map((group) => Object.keys(group).join(" "))
  .join("; ");
