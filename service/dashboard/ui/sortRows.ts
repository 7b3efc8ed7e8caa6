import type { Row } from "../../routes/shapes/report.ts";

export interface Order {
  key: string;
  down: boolean;
}

/** `late.desc`, as the address keeps it. */
export function readOrder(text: string | null): Order | null {
  const found = /^(.+)\.(asc|desc)$/.exec(text ?? "");
  return found ? { key: found[1] ?? "", down: found[2] === "desc" } : null;
}

export const orderText = ({ key, down }: Order): string => `${key}.${down ? "desc" : "asc"}`;

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** What has no figure stands last either way: it is neither the largest nor the smallest. Equal rows keep their order. */
export function sortRows(rows: readonly Row[], order: Order | null): readonly Row[] {
  if (order === null) return rows;
  const { key, down } = order;
  return [...rows].sort((a, b) => {
    const [x, y] = [a.cells[key] ?? null, b.cells[key] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const by =
      typeof x === "number" && typeof y === "number"
        ? x - y
        : collator.compare(String(x), String(y));
    return down ? -by : by;
  });
}
