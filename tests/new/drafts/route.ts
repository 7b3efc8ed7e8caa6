import { type Draft, KEBAB, camel } from "./draft.ts";

export const route: Draft = {
  name: KEBAB,
  example: "get-devices",
  makes: "a route: who may call it, shape in, act, shape out",
  write: (name) => {
    const [method = "get", ...rest] = name.split("-");
    return {
      files: {
        [`service/routes/${name}.ts`]: `import { z } from "zod";
import { route } from "../http/route.ts";

/** Who may call it and why. */
export const ${camel(name)} = route(
  ["system-admin"],
  {
    method: "${method}",
    path: "/v1/${rest.join("-")}",
    summary: "中文说明 · what it does",
    answer: z.object({ unit: z.int() }).meta({ id: "${camel(`-${name}`)}" }),
  },
  async ({ caller }) => ({ unit: caller.unit }),
);
`,
        [`tests/service/routes/${name}.test.ts`]: `import { expect, test } from "vitest";

test("${name}: who may call it, what it answers, what it refuses", () => {
  expect.fail("not written yet");
});
`,
      },
      next: [
        `add \`${camel(name)}\` to the list of routes in \`service/app.ts\``,
        "its shapes go into `service/routes/shapes/`",
        `write \`tests/service/routes/${name}.test.ts\`; the matrix of roles fails until the route stands in it`,
      ],
    };
  },
};
