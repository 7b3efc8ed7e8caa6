import { useState } from "react";
import { useFilters } from "../address/useFilters.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Popover } from "../ui/Popover.tsx";
import { UnitTree } from "../ui/UnitTree.tsx";

export function UnitPicker() {
  const words = useWords().filters;
  const { me } = useSession();
  const { units } = useCatalogue();
  const { filters, change } = useFilters();
  const [sought, setSought] = useState("");
  const chosen = units.find(({ id, path }) => filters.unit === path || filters.unit === String(id));
  const label = chosen?.name ?? filters.unit ?? words.wholeScope(me.unit.name);
  return (
    <div className="filter">
      <span aria-hidden="true">{words.unit}</span>
      <Popover
        className="select-like"
        name={`${words.unit}：${label}`}
        label={
          <>
            <span className="clip">{label}</span>
            <Icon name="down" />
          </>
        }
      >
        {(close) => (
          <div className="unit-picker">
            <input
              type="search"
              value={sought}
              placeholder={words.findUnit}
              aria-label={words.findUnit}
              onChange={(event) => setSought(event.target.value)}
              autoFocus
            />
            <UnitTree
              units={units}
              sought={sought}
              chosen={chosen?.id ?? me.unit.id}
              choose={(unit) => {
                change({ unit: unit.id === me.unit.id ? undefined : unit.path });
                close();
              }}
            />
          </div>
        )}
      </Popover>
    </div>
  );
}
