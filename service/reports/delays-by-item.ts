import { delaysBy } from "./delays.ts";
import { shown } from "./rows.ts";

export const delaysByItem = delaysBy("delays-by-item", ({ language }, within) =>
  within.groupBy("item").map(({ name, cases }) => ({
    key: `item:${name}`,
    name: shown(name, language),
    cases,
    own: { item: name },
  })),
);
