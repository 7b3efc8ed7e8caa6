import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";
import { Explained } from "../ui/Explained.tsx";

/** A day in the past asks what was known then; empty asks what is known now. */
export function AsOfPicker() {
  const words = useWords().filters;
  const { filters, change } = useFilters();
  return (
    <label className="filter">
      <span>{words.asOf}</span>
      <Explained text={words.asOfHelp}>
        {(props) => (
          <input
            type="date"
            value={filters.asOf?.slice(0, 10) ?? ""}
            onChange={(event) => change({ asOf: event.target.value || undefined })}
            {...props}
          />
        )}
      </Explained>
      {filters.asOf === undefined && <span className="faint">{words.asOfNow}</span>}
    </label>
  );
}
