import type { Amount } from "../../case/amount.ts";
import type { Finding } from "./finding.ts";

const inWords = (limit: Amount): string => `${limit.amount} ${limit.unit}`;

/** A promise that is longer than what the law allows. */
export const promiseOverStatute: Finding = {
  id: "promise-over-statute",
  clause: { law: "行政许可法", article: "42" },
  find: ({ limits: { promised, statutory } }) =>
    promised && statutory && promised.unit === statutory.unit && promised.amount > statutory.amount
      ? [{ promised: inWords(promised), statutory: inWords(statutory) }]
      : [],
};
