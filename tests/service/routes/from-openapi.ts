import fc from "../../property.ts";

/** What of an OpenAPI 3.1 document the generator needs. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  additionalProperties?: boolean | Schema;
}
interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}
export interface Call {
  method: string;
  /** with its parameters filled in */
  path: string;
  /** of the document, for telling */
  route: string;
  query: string;
  body: string | undefined;
  type: string;
}

const HOSTILE: readonly unknown[] = [
  "",
  " ",
  "\u0000",
  "\uD800",
  "𠮷".repeat(300),
  "=HYPERLINK(1)",
  "<script>alert(1)</script>",
  "'; DROP TABLE records; --",
  "../../etc/passwd",
  "%00",
  "2026-02-30",
  "9999-12-31",
  "2026-11-01T25:00",
  "__proto__",
  "constructor",
  "NaN",
  "1e309",
  "a".repeat(100_000),
  -1,
  -0,
  0.1,
  1e308,
  2 ** 53,
  true,
  null,
  [],
  {},
  [[[[[[[[]]]]]]]],
];
const hostile = fc.constantFrom(...HOSTILE);
const anything = fc.oneof({ weight: 2, arbitrary: hostile }, fc.jsonValue({ maxDepth: 3 }));

/** Values that a schema allows, and, in some places, what it does not. */
function valueOf(schema: Schema, document: Document, depth = 0): fc.Arbitrary<unknown> {
  const right = rightValue(schema, document, depth);
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anything });
}

function rightValue(schema: Schema, document: Document, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return valueOf(document.components?.schemas?.[name] ?? {}, document, depth + 1);
  }
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => valueOf(each, document, depth + 1)));
  if (depth > 8) return anything;
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, each]) => [
          name,
          valueOf(each, document, depth + 1),
        ]),
      ),
      { requiredKeys: schema.required ?? [] },
    );
  if (type === "array")
    return fc.array(schema.items ? valueOf(schema.items, document, depth + 1) : anything, {
      minLength: Math.min(schema.minItems ?? 0, 3),
      maxLength: 4,
    });
  if (type === "integer" || type === "number")
    return fc.oneof(
      fc.integer({ min: -2, max: 400 }),
      fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 1e15, 1_795_000_000_000),
    );
  if (type === "boolean") return fc.boolean();
  if (type === "string")
    return fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        "2026-11-01",
        "2026-11-20T11:00:00+08:00",
        "青屿区",
        "unknown",
        "0".repeat(64),
      ),
    );
  return anything;
}

const noise = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    "",
    "{",
    "null",
    '"',
    "[".repeat(50_000),
    "[".repeat(20_000) + "]".repeat(20_000),
    '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000),
    '{"__proto__":{"x":1}}',
    '{"a":1,"a":2}',
    "\uFEFF{}",
    "1".repeat(100_000),
    `"${"x".repeat(1_000_000)}"`,
  ),
);

/** Calls of every operation of a document: right ones, bent ones and noise. `special` adds bodies that a schema does not tell. */
export function callsOf(
  document: Document,
  special: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Call> {
  const operations = Object.entries(document.paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route, method, operation })),
  );
  return fc.oneof(
    ...operations.map(({ route, method, operation }): fc.Arbitrary<Call> => {
      const schema = operation.requestBody?.content["application/json"]?.schema;
      const bodies: fc.Arbitrary<string | undefined>[] = [noise, fc.constant(undefined)];
      if (schema) bodies.push(...Array(6).fill(valueOf(schema, document).map(json)));
      const own = special[`${method} ${route}`];
      if (own) bodies.push(...Array(6).fill(own.map(json)));
      const asked = (operation.parameters ?? []).filter((each) => each.in === "query");
      return fc.record({
        method: fc.constant(method.toUpperCase()),
        route: fc.constant(`${method} ${route}`),
        path: pathOf(route),
        query: fc
          .record(
            Object.fromEntries(
              [...asked, { name: "x", schema: {} }].map(({ name, schema: of = {} }) => [
                name,
                valueOf(of, document).map(word),
              ]),
            ),
            { requiredKeys: [] },
          )
          .map((query) => new URLSearchParams(query as Record<string, string>).toString()),
        body: method === "get" ? fc.constant(undefined) : fc.oneof(...bodies),
        type: fc.oneof(
          { weight: 20, arbitrary: fc.constant("application/json") },
          fc.constantFrom("text/plain", "application/json; charset=gbk", "multipart/form-data", ""),
        ),
      });
    }),
  );
}

const json = (value: unknown): string => JSON.stringify(value) ?? "";
const word = (value: unknown): string =>
  typeof value === "string" ? value.slice(0, 2000) : json(value).slice(0, 2000);

const pathOf = (route: string): fc.Arbitrary<string> => {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  if (names.length === 0) return fc.constant(route);
  const part = fc.oneof(
    fc.constantFrom("0".repeat(64), "overview", "delays-by-department", "1", "..", "%00", "=1+1"),
    fc.string({ maxLength: 60 }),
  );
  return fc
    .tuple(...names.map(() => part))
    .map((parts) =>
      names.reduce((path, name, i) => path.replace(`{${name}}`, encode(parts[i] ?? "")), route),
    );
};

/** A lone surrogate has no percent form: it is sent as what a browser would make of it. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()) || "0";
