import { expect, test } from "vitest";
import { aService } from "../a-service.ts";
import { GENERAL, OF_PEOPLE, OF_RAISED_CASES, PERSONAL, SHOWN_ONCE } from "./columns.ts";

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema | Schema[];
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

/** Every name under which an answer can tell something, with those that lead there. */
function columnsOf(
  schema: Schema,
  named: Record<string, Schema>,
  path = "",
  seen: readonly string[] = [],
): string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    const target = named[name];
    return target && !seen.includes(name) ? columnsOf(target, named, path, [...seen, name]) : [];
  }
  const {
    properties = {},
    items = [],
    prefixItems = [],
    anyOf = [],
    oneOf = [],
    allOf = [],
  } = schema;
  const more = schema.additionalProperties;
  const inside = [
    items,
    prefixItems,
    anyOf,
    oneOf,
    allOf,
    typeof more === "object" ? more : [],
  ].flat();
  return [
    ...Object.entries(properties).flatMap(([name, own]) => {
      const at = path === "" ? name : `${path}.${name}`;
      return [at, ...columnsOf(own, named, at, seen)];
    }),
    ...inside.flatMap((each) => columnsOf(each, named, path, seen)),
  ];
}

test("every column that an answer can hold is in the written list: a new one needs a word on who may see it", async () => {
  const document = (await (await (await aService()).request("/openapi.json")).json()) as {
    paths: Record<
      string,
      Record<
        string,
        { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }
      >
    >;
    components: { schemas: Record<string, Schema> };
  };
  const told = new Set<string>();
  for (const methods of Object.values(document.paths))
    for (const { responses } of Object.values(methods)) {
      const schema = responses["200"]?.content?.["application/json"]?.schema;
      for (const column of schema ? columnsOf(schema, document.components.schemas) : [])
        told.add(column.split(".").at(-1) ?? "");
    }
  const written = [GENERAL, OF_RAISED_CASES, OF_PEOPLE, SHOWN_ONCE].flatMap((list) =>
    list.split(" "),
  );
  const what = "a new name belongs into one of the lists of tests/service/routes/columns.ts";
  expect([...told].toSorted(), what).toEqual(written.toSorted());
  expect([...told].filter((column) => PERSONAL.test(column))).toEqual([]);
});
