import { COMPARES } from "../address/filters.ts";
import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";

export function ComparePicker() {
  const words = useWords().filters;
  const { filters, change } = useFilters();
  return (
    <label className="filter">
      <span>{words.compare}</span>
      <select
        value={filters.range === null ? "none" : filters.compare}
        disabled={filters.range === null}
        onChange={(event) => {
          const compare = COMPARES.find((each) => each === event.target.value);
          if (compare) change({ compare });
        }}
      >
        {COMPARES.map((compare) => (
          <option key={compare} value={compare}>
            {words.compares[compare]}
          </option>
        ))}
      </select>
    </label>
  );
}
