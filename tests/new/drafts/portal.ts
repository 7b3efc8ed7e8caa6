import { type Draft, KEBAB, camel } from "./draft.ts";

const page = (name: string, n: number): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${name} ${n}</title></head>
<body>
  <table>
    <thead><tr><th>BLH</th><th>SXMC</th><th>SLSJ</th><th>ZT</th></tr></thead>
    <tbody>
      <tr><td>A-000${n}1</td><td>食品经营许可</td><td>2026-11-02</td><td>在办</td></tr>
      <tr><td>A-000${n}2</td><td>取水许可</td><td>2026-11-03</td><td>办结</td></tr>
    </tbody>
  </table>
</body>
</html>
`;

const expected = (n: number): string =>
  `${JSON.stringify(
    {
      path: "/list",
      at: "2026-11-22T10:00:00+08:00",
      kind: "list",
      columns: { BLH: "caseNo", SXMC: "item", SLSJ: "acceptedAt", ZT: "status" },
      cases: [
        { caseNo: `A-000${n}1`, acceptedAt: "2026-11-02", status: "processing", verdict: null },
        { caseNo: `A-000${n}2`, acceptedAt: "2026-11-03", status: "finished", verdict: null },
      ],
      unreadable: [],
    },
    null,
    2,
  )}\n`;

export const portal: Draft = {
  name: KEBAB,
  example: "dancheng-ledger",
  makes: "what one portal does differently, as data, with two saved pages",
  write: (name) => ({
    files: {
      [`extension/portals/${name}.ts`]: `import type { PortalFile } from "#shared/reading/portal-file.ts";

/** What this portal does that the reader alone cannot know, and why. */
export const ${camel(name)}: PortalFile = {
  format: 1,
  id: "${name}",
  version: 1,
  verifiedOn: "${new Date().toISOString().slice(0, 10)}",
  matches: [{ host: "${name}.gov.cn", path: "/*" }],
  views: [
    {
      id: "list",
      headers: ["BLH", "SXMC", "SLSJ", "ZT"],
      columns: [
        { header: "BLH", concept: "caseNo" },
        { header: "SXMC", concept: "item" },
        { header: "SLSJ", concept: "acceptedAt" },
        { header: "ZT", concept: "status" },
      ],
    },
  ],
};
`,
      [`tests/pages/portals/${name}/first.html`]: page(name, 1),
      [`tests/pages/portals/${name}/first.json`]: expected(1),
      [`tests/pages/portals/${name}/second.html`]: page(name, 2),
      [`tests/pages/portals/${name}/second.json`]: expected(2),
    },
    next: [
      "look first whether teaching the page, or one line of lexicon, is enough",
      `add \`${camel(name)}\` to \`extension/portals/portals.ts\``,
      `replace the pages of \`tests/pages/portals/${name}/\` by scrubbed twins of the portal's (popup: 脱敏保存本页), and say in the JSON what a person reads off them`,
      "`npx vitest run --config tests/vitest.config.ts tests/extension/portals tests/house`",
    ],
  }),
};
