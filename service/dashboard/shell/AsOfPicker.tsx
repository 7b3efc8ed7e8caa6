import { dayOf } from "#shared/time/instant.ts";
import type { Instant } from "#shared/time/instant.ts";
import { isoDay } from "#shared/time/day.ts";
import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";
import { Explained } from "../ui/Explained.tsx";

/** What is known now, or what was known on a day of the past. */
export function AsOfPicker() {
  const words = useWords().filters;
  const { filters, change } = useFilters();
  const { asOf } = filters;
  const today = (): string => isoDay(dayOf(Date.now() as Instant));
  return (
    <div className="filter">
      <label htmlFor="as-of">{words.asOf}</label>
      <Explained text={words.asOfHelp}>
        {(props) => (
          <select
            id="as-of"
            value={asOf === undefined ? "now" : "day"}
            onChange={({ target }) =>
              change({ asOf: target.value === "now" ? undefined : today() })
            }
            {...props}
          >
            <option value="now">{words.asOfNow}</option>
            <option value="day">{words.asOfDay}</option>
          </select>
        )}
      </Explained>
      {asOf !== undefined && (
        <input
          type="date"
          aria-label={words.asOf}
          value={asOf.slice(0, 10)}
          max={today()}
          onChange={({ target }) => {
            if (target.value !== "") change({ asOf: target.value });
          }}
        />
      )}
    </div>
  );
}
