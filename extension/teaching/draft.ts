import type { Concept } from "#shared/reading/concept.ts";
import type { PortalFile, PortalView } from "#shared/reading/portal-file.ts";

/** What a person has chosen so far for one table. */
export interface Choices {
  /** header names from left to right, empty where a column has none */
  headers: readonly string[];
  /** by column; undefined: as the reader takes it */
  concepts: (Concept | undefined)[];
  table?: string | undefined;
  dates?: PortalView["dates"];
  unit?: PortalView["unit"];
  acceptedAt?: PortalView["acceptedAt"];
  statuses: NonNullable<PortalView["statuses"]>;
}

/** The part of a portal that was taught: its host, the view's path without what differs from case to case, its headers. */
export interface Taken {
  host: string;
  /** as looks name it: long numbers blanked as `:n` */
  view: string;
}

/** One taught table is one file: the same table taught again replaces it. */
export function idOf({ host, view }: Taken, { headers, table }: Choices): string {
  const slug = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50);
  return `taught-${slug}-${fingerprint([view, table ?? "", ...headers].join("\n"))}`;
}

/** FNV-1a, 32 bits: tells a few tables of one portal apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** @param today `YYYY-MM-DD`: the day on which a person saw that it holds */
export function fileOf(taken: Taken, choices: Choices, version: number, today: string): PortalFile {
  const { headers, concepts, table, dates, unit, acceptedAt, statuses } = choices;
  const named = headers.filter((header) => header !== "");
  const columns = concepts.flatMap((concept, index): NonNullable<PortalView["columns"]> => {
    if (concept === undefined) return [];
    const header = headers[index] ?? "";
    const alone = header !== "" && headers.filter((each) => each === header).length === 1;
    return [alone ? { header: header.slice(0, 60), concept } : { index, concept }];
  });
  return {
    format: 1,
    id: idOf(taken, choices),
    version,
    verifiedOn: today,
    matches: [{ host: taken.host, path: taken.view.replace(/:n/g, "*") }],
    views: [
      {
        id: "taught",
        ...(table !== undefined && { table }),
        ...(named.length > 0 && { headers: [...new Set(named.map((each) => each.slice(0, 60)))] }),
        columns,
        ...(dates && { dates }),
        ...(unit && { unit }),
        ...(acceptedAt && { acceptedAt }),
        ...(Object.keys(statuses).length > 0 && { statuses }),
      },
    ],
  };
}

/** What a file says of a table, as choices to go on from. */
export function choicesFrom(
  file: PortalFile | undefined,
  headers: readonly string[],
  table: string | undefined,
): Choices {
  const view = file?.views[0];
  return {
    headers,
    table: table ?? view?.table,
    concepts: headers.map(
      (header, index) =>
        view?.columns?.find((column) =>
          "index" in column ? column.index === index : column.header === header.slice(0, 60),
        )?.concept,
    ),
    ...(view?.dates && { dates: view.dates }),
    ...(view?.unit && { unit: view.unit }),
    ...(view?.acceptedAt && { acceptedAt: view.acceptedAt }),
    statuses: { ...view?.statuses },
  };
}
