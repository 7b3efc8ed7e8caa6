import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SHAPE } from "./chunk.ts";

/** What kept chunks stand on: under another name, or made from tables that were made anew, they are worth nothing. */
interface Label {
  program: string;
  layer: string;
  /** version of the derived tables */
  made: string;
  /** the last batch that every chunk contains; some may contain later ones */
  batch: number;
}

/**
 * A folder in which the columns wait for the next start. Everything in it can be made again from the derived tables: what does not fit is
 * left aside, and nothing is ever repaired.
 */
export interface Shelf {
  read(layer: string, made: string): { batch: number; chunks: Uint8Array[] } | undefined;
  write(layer: string, chunk: number, bytes: Uint8Array): void;
  /** says what the chunks contain, once all of them are written */
  label(layer: string, made: string, batch: number): void;
}

const LABEL = "label.json";

export function shelf(folder: string): Shelf {
  const program = programDigest();
  const placeOf = (layer: string): string =>
    join(folder, createHash("sha256").update(`${program} ${layer}`).digest("hex").slice(0, 16));

  /** whole or not at all */
  function put(layer: string, name: string, content: Uint8Array | string): void {
    const place = placeOf(layer);
    mkdirSync(place, { recursive: true, mode: 0o700 });
    writeFileSync(join(place, `${name}.new`), content, { mode: 0o600 });
    renameSync(join(place, `${name}.new`), join(place, name));
  }

  return {
    read(layer, made) {
      const place = placeOf(layer);
      const names = namesIn(place);
      if (!names.includes(LABEL)) return undefined;
      const label = JSON.parse(readFileSync(join(place, LABEL), "utf8")) as Label;
      if (label.program !== program || label.layer !== layer || label.made !== made)
        return undefined;
      const numbers = names
        .filter((name) => /^\d+$/.test(name))
        .sort((a, b) => Number(a) - Number(b));
      if (numbers.some((name, i) => Number(name) !== i)) return undefined;
      return {
        batch: label.batch,
        chunks: numbers.map((name) => readFileSync(join(place, name))),
      };
    },
    write: (layer, chunk, bytes) => put(layer, String(chunk), bytes),
    label: (layer, made, batch) =>
      put(layer, LABEL, JSON.stringify({ program, layer, made, batch } satisfies Label)),
  };
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Everything that facts are computed by: one changed line of it, and what was kept is made again. */
function programDigest(): string {
  const digest = createHash("sha256").update(SHAPE).update(process.versions.v8);
  for (const folder of ["../../shared", "../derived", "../facts", "../reports"]) {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    const names = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.startsWith("strings"))
      .sort();
    for (const name of names) digest.update(name).update(readFileSync(join(root, name)));
  }
  return digest.digest("hex").slice(0, 16);
}
