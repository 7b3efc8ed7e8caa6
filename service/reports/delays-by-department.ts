import { delaysBy } from "./delays.ts";
import { shown } from "./rows.ts";

export const delaysByDepartment = delaysBy("delays-by-department", ({ language }, within) =>
  within.groupBy("department").map(({ name, cases }) => ({
    key: `department:${name}`,
    name: shown(name, language),
    cases,
    own: { department: name },
  })),
);
