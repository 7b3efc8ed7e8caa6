/** A line of text. */
export function Words({
  label,
  value,
  set,
}: {
  label: string;
  value: string;
  set: (text: string) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <input value={value} spellCheck={false} onChange={(event) => set(event.target.value)} />
    </label>
  );
}

/** One of several answers, each in words. */
export function Choice<K extends string>({
  label,
  value,
  options,
  set,
}: {
  label: string;
  value: K;
  options: Readonly<Record<K, string>>;
  set: (key: K) => void;
}) {
  const keys = Object.keys(options) as K[];
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const found = keys.find((key) => key === event.target.value);
          if (found !== undefined) set(found);
        }}
      >
        {keys.map((key) => (
          <option key={key} value={key}>
            {options[key]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Yes or no. */
export function Tick({
  label,
  value,
  set,
}: {
  label: string;
  value: boolean;
  set: (on: boolean) => void;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
