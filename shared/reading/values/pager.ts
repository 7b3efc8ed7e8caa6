import { fold } from "./text.ts";

export interface Pager {
  total?: number;
  page?: number;
  pages?: number;
}

const n = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.replace(/,/g, ""));

/** `第 2 / 14 页，共 213 件`, `共 46 条`, `显示 1 到 10，共 213 记录`, `1-10 of 2,310`, `Page 2 of 14`. */
export function readPager(raw: string): Pager {
  const text = fold(raw).replace(/\s+/g, " ");
  const pager: Pager = {};
  const total =
    n(
      /(?:共|总共|总计|合计|总数|一共|总)(?:有|计)?\s*[:：]?\s*([\d,]+)\s*(?:条|件|项|记录|笔|个(?!页)|宗)/.exec(
        text,
      )?.[1],
    ) ??
    n(
      /(?<![\d-])\d[\d,]*\s*(?:至|到|-|~|–)\s*[\d,]+\s*(?:条|件|项)?\s*[/，,]\s*(?:共|总)?\s*([\d,]+)(?:\s|$)/.exec(
        text,
      )?.[1],
    ) ??
    n(/\btotal\s*[:：]?\s*([\d,]+)/i.exec(text)?.[1]) ??
    n(/([\d,]+)\s*(?:条|件)?(?:记录|数据)\s*(?:[,，]|$)/.exec(text)?.[1]) ??
    n(
      /\bof\s+(?:about\s+)?([\d,]+)\s*(?:entries|items|results|records|rows)?(?:\s|$|\.)/i.exec(
        /page/i.test(text) ? "" : text,
      )?.[1],
    );
  const both =
    /第\s*(\d+)\s*(?:页)?\s*[/／]\s*(?:共\s*)?(\d+)\s*页/.exec(text) ??
    /^第\s*(\d+)\s*[/／]\s*(\d+)$/.exec(text) ??
    /第\s*(\d+)\s*页?\s*[,，]?\s*共\s*(\d+)\s*页/.exec(text) ??
    /page\s+(\d+)\s+of\s+([\d,]+)/i.exec(text) ??
    /(\d+)\s*\/\s*(\d+)\s*页/.exec(text);
  const pages = n(both?.[2]) ?? n(/共\s*([\d,]+)\s*页/.exec(text)?.[1]);
  const page = n(both?.[1]) ?? n(/(?:第|当前第?)\s*(\d+)\s*页/.exec(text)?.[1]);
  if (total !== undefined) pager.total = total;
  if (page !== undefined && page >= 1) pager.page = page;
  if (pages !== undefined) pager.pages = pages;
  return pager;
}
