import { useId } from "react";

/** One choice of a few, with its name above it. */
export function Select<V extends string>({
  label,
  value,
  options,
  set,
}: {
  label: string;
  value: V;
  options: readonly { value: V; text: string }[];
  set(value: V): void;
}) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((each) => each.value === target.value);
          if (chosen) set(chosen.value);
        }}
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.text}
          </option>
        ))}
      </select>
    </p>
  );
}
