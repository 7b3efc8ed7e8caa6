import { useFilters } from "../address/useFilters.ts";
import { periodName } from "../address/periodName.ts";
import { useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { AsOfPicker } from "./AsOfPicker.tsx";
import { ComparePicker } from "./ComparePicker.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { UnitPicker } from "./UnitPicker.tsx";

const NAMED = ["department", "item", "portal"] as const;

export function FilterBar() {
  const all = useWords();
  const words = all.filters;
  const { me } = useSession();
  const { filters, change } = useFilters();
  const named = NAMED.flatMap((name) => {
    const value = filters[name];
    return value === undefined
      ? []
      : [{ name, text: words[name](value === "" ? all.cases.unnamed : value) }];
  });
  return (
    <>
      <section className="filters" aria-label={words.label}>
        <UnitPicker />
        <PeriodPicker />
        <ComparePicker />
        <AsOfPicker />
        {named.map(({ name, text }) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-label={words.remove(text)}
            onClick={() => change(without(name))}
          >
            <span>{text}</span>
            <span aria-hidden="true">×</span>
          </button>
        ))}
      </section>
      <p className="filters-print">
        {[
          filters.unit ?? words.wholeScope(me.unit.path),
          periodName(all.window, filters.period, filters.range),
          `${words.asOf} ${filters.asOf ?? words.asOfNow}`,
          ...named.map(({ text }) => text),
        ].join(" · ")}
      </p>
    </>
  );
}

const without = (name: (typeof NAMED)[number]) => ({ [name]: undefined });
