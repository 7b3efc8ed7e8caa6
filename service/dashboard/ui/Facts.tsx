import type { ReactNode } from "react";

export interface Fact {
  key: string;
  label: string;
  value: ReactNode;
}

/** Label and value, in as many columns as fit. */
export function Facts({ facts, tight }: { facts: readonly Fact[]; tight?: boolean }) {
  return (
    <dl className={tight ? "facts facts-tight" : "facts"}>
      {facts.map((fact) => (
        <div key={fact.key} className="fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
