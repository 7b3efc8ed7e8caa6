import type { Draft } from "./draft.ts";

export const holiday: Draft = {
  name: /^20\d\d$/,
  example: "2027",
  makes: "the holidays of a year, from the State Council's notice",
  write: (year) => ({
    files: {
      [`shared/calendar/years/${year}.ts`]: `import type { CalendarYear } from "../year.ts";

export const year${year}: CalendarYear = {
  year: ${year},
  notices: [
    {
      title: "国务院办公厅关于${year}年部分节假日安排的通知",
      number: "",
      published: "",
      address: "",
      off: [
        ["元旦", "${year}-01-01", "${year}-01-01"],
      ],
      makeUp: [],
    },
  ],
};
`,
    },
    next: [
      "fill in number, day and address of the notice, every break with its weekends, every make-up working day",
      `add \`year${year}\` to \`shared/calendar/years/index.ts\``,
      "`npx vitest run --config tests/vitest.config.ts tests/shared/calendar` checks it against an independent calendar",
      "say in `shared/CHANGES.md` which due dates became known",
    ],
  }),
};
