import { strings } from "#shared/strings/strings.ts";
import type { CaseList } from "../../routes/shapes/case.ts";
import { addressText } from "../address/address.ts";
import { useRouter } from "../address/router.tsx";
import { useLanguage } from "../language.tsx";
import { number } from "../ui/format.ts";

const FACETS = ["verdict", "bucket", "department", "item", "step"] as const;
type Facet = (typeof FACETS)[number];

/** Before every value, because an empty one is a value too (not shown on the page) and no choice is not. */
const VALUE = "=";

/** One box for each way to narrow; every value tells how many cases it has within what the auditor may see. */
export function CaseFacets({ facets }: { facets: CaseList["facets"] }) {
  const { dashboard, report, verdict } = strings(useLanguage().language);
  const words = dashboard.cases;
  const { page, query, go } = useRouter();
  const oneName = (facet: Facet, value: string): string => {
    const marks: Record<string, string> = verdict.mark;
    const parts: Record<string, string> = report.bucket;
    const known = facet === "verdict" ? marks[value] : facet === "bucket" ? parts[value] : value;
    return known === undefined || known === "" ? (value === "" ? words.unnamed : value) : known;
  };
  // a figure may stand on several verdicts or parts at once
  const nameOf = (facet: Facet, value: string): string =>
    facet === "verdict" || facet === "bucket"
      ? value
          .split(",")
          .map((each) => oneName(facet, each))
          .join("、")
      : oneName(facet, value);
  const set = (name: string, value: string | null): void => {
    const next = new URLSearchParams(query);
    next.delete("page");
    if (value === null) next.delete(name);
    else next.set(name, value);
    go(addressText(page, next));
  };
  const setText = (name: string, text: string): void => {
    if (text !== (query.get(name) ?? "")) set(name, text === "" ? null : text);
  };
  return (
    <div className="filters filters-plain">
      <label className="filter">
        <span>{words.find}</span>
        <input
          key={query.get("q") ?? ""}
          type="search"
          size={10}
          maxLength={24}
          defaultValue={query.get("q") ?? ""}
          placeholder={words.findHint}
          onKeyDown={(event) => {
            if (event.key === "Enter") setText("q", event.currentTarget.value.trim());
          }}
          onBlur={(event) => setText("q", event.target.value.trim())}
        />
      </label>
      {FACETS.map((facet) => {
        const chosen = query.get(facet);
        const values: { value: string; n: number }[] = facets[facet];
        const known = chosen === null || values.some(({ value }) => value === chosen);
        return (
          <label key={facet} className="filter">
            <span>{words[facet]}</span>
            <select
              value={chosen === null ? "" : VALUE + chosen}
              onChange={({ target: { value } }) =>
                set(facet, value === "" ? null : value.slice(VALUE.length))
              }
            >
              <option value="">{words.all}</option>
              {!known && <option value={VALUE + chosen}>{nameOf(facet, chosen)}</option>}
              {values.map(({ value, n }) => (
                <option key={value} value={VALUE + value}>
                  {`${nameOf(facet, value)}（${number(n)}）`}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
