import { type ReactNode, useId } from "react";

/** A titled part of a page, found by its heading. */
export function Section({
  title,
  lead,
  aside,
  children,
}: {
  title: string;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </section>
  );
}
