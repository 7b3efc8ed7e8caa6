import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { UnitList } from "../../routes/shapes/access.ts";
import { useWords } from "../language.tsx";
import { Icon } from "./Icon.tsx";
import { openTo, shownUnits } from "./unitRows.ts";

type Unit = UnitList["units"][number];

/** The units as a tree of the ARIA pattern: arrows walk, open and close; Enter chooses; typing in the box above narrows. */
export function UnitTree({
  units,
  sought,
  chosen,
  choose,
}: {
  units: readonly Unit[];
  sought: string;
  chosen: number | null;
  choose: (unit: Unit) => void;
}) {
  const words = useWords().filters;
  const [open, setOpen] = useState(() => openTo(units, chosen));
  const [active, setActive] = useState(chosen);
  const rows = useMemo(() => shownUnits(units, open, sought), [units, open, sought]);
  const list = useRef<HTMLUListElement>(null);
  const current = rows.find(({ unit }) => unit.id === active) ?? rows[0];
  useEffect(() => {
    const item = list.current?.querySelector('[tabindex="0"]');
    if (item && list.current?.contains(document.activeElement)) (item as HTMLElement).focus();
  }, [current]);

  const toggle = (id: number, to: boolean): void => {
    const next = new Set(open);
    if (to) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!current) return;
    const index = rows.indexOf(current);
    const { unit, expanded } = current;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setActive(rows[index + 1]?.unit.id ?? unit.id),
      ArrowUp: () => setActive(rows[index - 1]?.unit.id ?? unit.id),
      Home: () => setActive(rows[0]?.unit.id ?? unit.id),
      End: () => setActive(rows[rows.length - 1]?.unit.id ?? unit.id),
      ArrowRight: () =>
        expanded === false ? toggle(unit.id, true) : setActive(rows[index + 1]?.unit.id ?? unit.id),
      ArrowLeft: () => (expanded ? toggle(unit.id, false) : setActive(unit.parent ?? unit.id)),
      Enter: () => choose(unit),
      " ": () => choose(unit),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  if (rows.length === 0) return <p className="faint pad">{words.noUnit}</p>;
  return (
    <ul className="tree" role="tree" aria-label={words.unit} ref={list} onKeyDown={onKey}>
      {rows.map(({ unit, level, expanded }) => (
        <li
          key={unit.id}
          role="treeitem"
          aria-level={level + 1}
          aria-expanded={expanded}
          aria-selected={unit.id === chosen}
          tabIndex={unit.id === current?.unit.id ? 0 : -1}
          style={{ paddingLeft: 8 + level * 18 }}
          onClick={() => choose(unit)}
        >
          <span
            className={expanded === undefined ? "twist twist-none" : "twist"}
            aria-hidden="true"
            onClick={(event) => {
              if (expanded === undefined) return;
              event.stopPropagation();
              toggle(unit.id, !expanded);
            }}
          >
            {expanded !== undefined && <Icon name={expanded ? "down" : "chevron"} />}
          </span>
          <span className="tree-name">{unit.name}</span>
          <span className="faint">{words.devices(unit.devices)}</span>
        </li>
      ))}
    </ul>
  );
}
