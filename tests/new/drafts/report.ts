import { type Draft, KEBAB, camel } from "./draft.ts";

export const report: Draft = {
  name: KEBAB,
  example: "longest-waiting",
  makes: "a report: one file, one line, one test, its words",
  write: (name) => ({
    files: {
      [`service/reports/${name}.ts`]: `import { strings } from "#shared/strings/strings.ts";
import { type Report, noParams } from "./report.ts";
import { column, rowMaker } from "./rows.ts";

const ID = "${name}";

export const ${camel(name)}: Report<object> = {
  id: ID,
  title: (language) => strings(language).report.report[ID].title,
  definition: (language) => strings(language).report.report[ID].definition,
  columns(language) {
    const { columns } = strings(language).report.report[ID];
    return [column("cases", columns.cases, "number")];
  },
  params: noParams,
  chart: null,
  figures(question) {
    const { cases, filter, language } = question;
    const chosen = cases.where(filter);
    const make = rowMaker(question, "total", {});
    make.count("cases");
    return {
      n: chosen.size,
      rows: [],
      total: make.done(),
      notes: chosen.size === 0 ? [strings(language).report.note.none] : [],
    };
  },
};
`,
      [`tests/service/reports/${name}.test.ts`]: `import { expect, test } from "vitest";

test("${name}: build its cases by hand and state the expected figures", () => {
  expect.fail("not written yet");
});
`,
    },
    next: [
      `add \`bound(${camel(name)})\` to \`service/reports/reports.ts\``,
      `its title, definition (numerator and denominator in words) and columns go into \`shared/strings/zh-CN/report.ts\` and \`shared/strings/en/report.ts\` under "${name}"`,
      `write the figures of \`tests/service/reports/${name}.test.ts\``,
    ],
  }),
};
