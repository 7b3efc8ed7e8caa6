import { useCatalogue } from "../catalogue.tsx";
import { Select } from "./Select.tsx";

/** A unit of one's own tree. */
export function UnitSelect({
  label,
  value,
  set,
}: {
  label: string;
  value: number;
  set(unit: number): void;
}) {
  const { units } = useCatalogue();
  return (
    <Select
      label={label}
      value={String(value)}
      options={units.map(({ id, name, depth }) => ({
        value: String(id),
        text: "　".repeat(depth) + name,
      }))}
      set={(id) => set(Number(id))}
    />
  );
}
