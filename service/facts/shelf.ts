import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
    const digest = typeof content === "string" ? [] : [digestOf(content)];
    writeFileSync(join(place, `${name}.new`), Buffer.concat([...digest, Buffer.from(content)]), {
      mode: 0o600,
    });
    renameSync(join(place, `${name}.new`), join(place, name));
  }

  return {
    read(layer, made) {
      const place = placeOf(layer);
      const names = namesIn(place);
      if (!names.includes(LABEL)) return undefined;
      const label = labelIn(place);
      if (!label || label.program !== program || label.layer !== layer || label.made !== made)
        return undefined;
      const numbers = names
        .filter((name) => /^\d+$/.test(name))
        .sort((a, b) => Number(a) - Number(b));
      if (numbers.some((name, i) => Number(name) !== i)) return undefined;
      const chunks = numbers.flatMap((name) => sound(readFileSync(join(place, name))) ?? []);
      // a damaged one is worth as much as none
      return chunks.length < numbers.length ? undefined : { batch: label.batch, chunks };
    },
    write: (layer, chunk, bytes) => put(layer, String(chunk), bytes),
    label(layer, made, batch) {
      put(layer, LABEL, JSON.stringify({ program, layer, made, batch } satisfies Label));
      // what another version of the program left is read by nobody any more
      for (const name of namesIn(folder)) {
        const former = labelIn(join(folder, name));
        if (former && former.program !== program)
          rmSync(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

const DIGEST = 32;
const digestOf = (content: Uint8Array): Buffer => createHash("sha256").update(content).digest();

/** What follows its own digest; `undefined` when it is not what was written. */
function sound(file: Buffer): Buffer | undefined {
  const content = file.subarray(DIGEST);
  return digestOf(content).equals(file.subarray(0, DIGEST)) ? content : undefined;
}

/** `undefined` where there is none that can be read. */
function labelIn(place: string): Label | undefined {
  try {
    return JSON.parse(readFileSync(join(place, LABEL), "utf8")) as Label;
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing || error instanceof SyntaxError) return undefined;
    throw error;
  }
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
