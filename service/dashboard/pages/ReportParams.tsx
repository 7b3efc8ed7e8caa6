import { FINDING_IDS } from "#shared/limit/findings/finding.ts";
import { strings } from "#shared/strings/strings.ts";
import { PERIODS } from "../address/period.ts";
import { addressText } from "../address/address.ts";
import { useRouter } from "../address/router.tsx";
import { useCatalogue } from "../catalogue.tsx";
import { useLanguage, useWords } from "../language.tsx";

/** The parameters that only this report has, as it declares them; kept in the address like every filter. */
export function ReportParams({ id }: { id: string }) {
  const all = useWords();
  const words = all.report;
  const { language } = useLanguage();
  const { reports } = useCatalogue();
  const { page, query, go } = useRouter();
  const params = reports.find((report) => report.id === id)?.params ?? [];
  if (params.length === 0) return null;
  const { filters, report: own } = all;
  const nameOf = (value: string): string => {
    const named = own.paramValues[value];
    if (named !== undefined) return named;
    const period = PERIODS.find((each) => each === value);
    if (period) return filters.periods[period];
    const kind = FINDING_IDS.find((each) => each === value);
    return kind ? strings(language).finding[kind] : value;
  };
  const set = (name: string, value: string, fallback: string | null): void => {
    const next = new URLSearchParams(query);
    if (value === "" || value === fallback) next.delete(name);
    else next.set(name, value);
    go(addressText(page, next), "replace");
  };
  return (
    <section className="filters" aria-label={words.params}>
      {params.map(({ name, title, values, default: fallback }) => {
        const value = query.get(name) ?? fallback ?? "";
        return (
          <label key={name} className="filter">
            <span>{title}</span>
            {values === null ? (
              <input
                key={value}
                defaultValue={value}
                onBlur={(event) => set(name, event.target.value.trim(), fallback)}
                onKeyDown={(event) => {
                  if (event.key === "Enter") set(name, event.currentTarget.value.trim(), fallback);
                }}
              />
            ) : (
              <select value={value} onChange={(event) => set(name, event.target.value, fallback)}>
                {fallback === null && <option value="" />}
                {values.map((each) => (
                  <option key={each} value={each}>
                    {nameOf(each)}
                  </option>
                ))}
              </select>
            )}
          </label>
        );
      })}
    </section>
  );
}
