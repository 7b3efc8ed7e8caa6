import { addressText } from "../address/address.ts";
import { useRouter } from "../address/router.tsx";
import { useCatalogue } from "../catalogue.tsx";
import { useWords } from "../language.tsx";

/** The parameters that only this report has, as it declares them; kept in the address like every filter. */
export function ReportParams({ id }: { id: string }) {
  const words = useWords().report;
  const { reports } = useCatalogue();
  const { page, query, go } = useRouter();
  const params = reports.find((report) => report.id === id)?.params ?? [];
  if (params.length === 0) return null;
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
                    {each}
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
