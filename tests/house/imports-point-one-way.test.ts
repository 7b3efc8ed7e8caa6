import { expect, test } from "vitest";
import { type Import, imports, read, sources } from "./tree.ts";

const all: Import[] = ["shared/", "extension/", "service/"].flatMap((under) =>
  sources(under).flatMap(imports),
);
const readCode = (file: string): string => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
const named = ({ file, target }: Import) => `${file} -> ${target}`;
const breaking = (from: RegExp, to: RegExp, allowed: (each: Import) => boolean = () => false) =>
  all.filter((each) => from.test(each.file) && to.test(each.target) && !allowed(each)).map(named);

test("the extension and the service never import each other", () => {
  expect(breaking(/^extension\//, /^service\//)).toEqual([]);
  expect(breaking(/^service\//, /^extension\//)).toEqual([]);
});

test("shared imports neither bank and nothing but itself and zod", () => {
  expect(breaking(/^shared\//, /^(extension|service|tests)\//)).toEqual([]);
  expect(
    all
      .filter((each) => each.file.startsWith("shared/") && !each.ours && each.target !== "zod")
      .map(named),
  ).toEqual([]);
});

/** Each room may import the rooms to its left; texts come last. */
const RANK: Record<string, number> = {
  time: 0,
  calendar: 1,
  case: 2,
  reading: 3,
  statistics: 3,
  limit: 3,
  strings: 4,
};

test("in shared, imports point from time to calendar to case to limit and reading, and texts come last", () => {
  const wrong = all.filter((each) => {
    const from = /^shared\/([\w-]+)\//.exec(each.file)?.[1];
    const to = /^shared\/([\w-]+)\//.exec(each.target)?.[1];
    if (!from || !to || from === to) return false;
    const [a, b] = [RANK[from], RANK[to]];
    return a === undefined || b === undefined || b >= a;
  });
  expect(wrong.map(named)).toEqual([]);
});

test("features never import features; only their list does", () => {
  const list = /^extension\/features\/(features|feature)\.ts$/;
  expect(
    breaking(
      /^extension\/features\//,
      /^extension\/features\//,
      (each) => list.test(each.file) || list.test(each.target),
    ),
  ).toEqual([]);
});

test("the reader knows neither features nor the outbox nor a portal", () => {
  expect(
    breaking(
      /^extension\/reader\//,
      /^extension\/(features|outbox|portals|entrypoints|messages|settings|ui)\//,
    ),
  ).toEqual([]);
});

test.each(["portal.content", "marks", "english", "teach", "twin"])(
  "what runs in a portal page carries no zod and no React: %s",
  (entry) => {
    const reached = new Set<string>();
    const queue = [`extension/entrypoints/${entry}.ts`];
    for (let file = queue.pop(); file; file = queue.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      for (const each of imports(file)) {
        if (each.typeOnly) continue;
        if (each.ours && /\.tsx?$/.test(each.target)) queue.push(each.target);
        else
          expect(["zod", "react", "react-dom/client", "idb"], named(each)).not.toContain(
            each.target,
          );
      }
    }
    expect(reached.size).toBeGreaterThan(3);
  },
);

test("only service/main.ts and the commands read the environment", () => {
  const reads = sources("service/").filter((file) => /\bprocess\.env\b/.test(readCode(file)));
  expect(
    reads.filter(
      (file) => !/^service\/(main\.ts|cli\.ts|commands\/|dashboard\/vite\.config)/.test(file),
    ),
  ).toEqual([]);
});

test("shared reads no clock, no environment and no randomness", () => {
  const impure =
    /\bDate\.now\(|new Date\(\s*\)|Math\.random\(|process\.|globalThis\.|\bfetch\(|\bdocument\.|\bwindow\./;
  expect(sources("shared/").filter((file) => impure.test(readCode(file)))).toEqual([]);
});

test("routes never import drizzle or the client", () => {
  expect(breaking(/^service\/routes\//, /^(drizzle-orm|@libsql\/client|libsql)/)).toEqual([]);
});
