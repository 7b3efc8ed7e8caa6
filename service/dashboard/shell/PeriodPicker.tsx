import { dayOf } from "#shared/time/instant.ts";
import type { Instant } from "#shared/time/instant.ts";
import { isoDay, parseDay } from "#shared/time/day.ts";
import { PERIODS, periodAt, step } from "../address/period.ts";
import { periodName } from "../address/periodName.ts";
import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";
import { Icon } from "../ui/Icon.tsx";

export function PeriodPicker() {
  const all = useWords();
  const words = all.filters;
  const { filters, change } = useFilters();
  const { period, range } = filters;

  const choose = (text: string): void => {
    const chosen = PERIODS.find((each) => each === text);
    if (chosen === undefined) return;
    if (chosen === "all") return change({ period: chosen, range: null, compare: "none" });
    const today = dayOf(Date.now() as Instant);
    if (chosen === "any")
      return change({ period: chosen, range: range ?? periodAt("year", today) });
    // the window that holds today when the one shown does, otherwise its last: 2025 -> December 2025
    const inside = range === null || (range.from <= today && today <= range.to);
    change({ period: chosen, range: periodAt(chosen, inside ? today : range.to) });
  };
  const move = (by: -1 | 1): void => {
    if (range !== null) change({ range: step(period, range, by) });
  };

  return (
    <div className="filter">
      <label htmlFor="period">{words.range}</label>
      <select id="period" value={period} onChange={(event) => choose(event.target.value)}>
        {PERIODS.map((each) => (
          <option key={each} value={each}>
            {words.periods[each]}
          </option>
        ))}
      </select>
      {range !== null && (
        <span className="steps-of-period">
          <button type="button" aria-label={words.earlier} onClick={() => move(-1)}>
            <Icon name="left" />
          </button>
          {period === "any" ? (
            <FreeRange />
          ) : (
            <output>{periodName(all.window, period, range)}</output>
          )}
          <button type="button" aria-label={words.later} onClick={() => move(1)}>
            <Icon name="chevron" />
          </button>
        </span>
      )}
    </div>
  );
}

function FreeRange() {
  const words = useWords().filters;
  const { filters, change } = useFilters();
  const { range } = filters;
  if (range === null) return null;
  const set = (end: "from" | "to", text: string): void => {
    const day = parseDay(text);
    if (day === undefined) return;
    const next = { ...range, [end]: day };
    // the other end follows rather than refuse: a range never runs backwards
    if (next.from > next.to) next[end === "from" ? "to" : "from"] = day;
    change({ range: next, period: "any" });
  };
  return (
    <span className="free-range">
      <input
        type="date"
        aria-label={words.from}
        value={isoDay(range.from)}
        onChange={(event) => set("from", event.target.value)}
      />
      <span aria-hidden="true">—</span>
      <input
        type="date"
        aria-label={words.to}
        value={isoDay(range.to)}
        onChange={(event) => set("to", event.target.value)}
      />
    </span>
  );
}
