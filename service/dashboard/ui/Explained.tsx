import { type ReactNode, useId, useRef, useState } from "react";
import { usePlaced } from "./place.ts";

/**
 * Gives what it wraps a definition that appears on hover and on focus, is read by screen readers, and goes on Escape.
 * The child is the focusable thing; it gets `aria-describedby` by the given props.
 */
export function Explained({
  text,
  children,
}: {
  text: string;
  children: (props: { "aria-describedby": string }) => ReactNode;
}) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLSpanElement>(null);
  usePlaced(anchor, panel, shown);
  return (
    <span
      ref={anchor}
      className="explained"
      onMouseEnter={() => setShown(true)}
      onMouseLeave={() => setShown(false)}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape") setShown(false);
      }}
    >
      {children({ "aria-describedby": id })}
      <span ref={panel} id={id} role="tooltip" className={shown ? "tooltip" : "unseen"}>
        {text}
      </span>
    </span>
  );
}
