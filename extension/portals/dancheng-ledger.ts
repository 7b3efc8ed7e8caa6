import type { PortalFile } from "#shared/reading/portal-file.ts";

/**
 * 丹澄区 approval ledger (invented, the pattern is not): the columns are headed by the field names of its database, days come before
 * months, states are numbers, and the clock starts when the hall takes the papers in, since no acceptance is shown.
 */
export const danchengLedger: PortalFile = {
  format: 1,
  id: "dancheng-ledger",
  version: 1,
  verifiedOn: "2026-11-22",
  name: "丹澄区行政审批台账系统",
  matches: [{ host: "*.dancheng.gov.cn", path: "/sptz/*" }],
  views: [
    {
      id: "ledger",
      path: "/sptz/ledger*",
      headers: ["LSH", "SXMC", "CBKS", "SJRQ", "CNGZR", "BJRQ", "ZT"],
      columns: [
        { header: "LSH", concept: "caseNo" },
        { header: "SXMC", concept: "item" },
        { header: "CBKS", concept: "department" },
        { header: "SJRQ", concept: "receivedAt" },
        { header: "CNGZR", concept: "promisedLimit" },
        { header: "BJRQ", concept: "closedAt" },
        { header: "ZT", concept: "status" },
      ],
      policy: [
        { header: "SQR", read: "never" },
        { header: "LXDH", read: "never" },
        { header: "BZ", read: "ignore" },
      ],
      dates: "day-first",
      unit: "workday",
      statuses: {
        "0": "accepted",
        "1": "processing",
        "2": "supplement",
        "5": "finished",
        "9": "withdrawn",
      },
      acceptedAt: "receivedAt",
    },
    // the same columns, filled with what every item promises: a catalogue, no cases
    { id: "catalogue", path: "/sptz/catalogue*", none: true },
  ],
};
