import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePlaced } from "./place.ts";

export interface PopoverProps {
  /** what the button shows */
  label: ReactNode;
  /** how the button is called, when what it shows is not enough */
  name?: string;
  className?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that opens a panel: Escape or a click elsewhere closes it and the focus returns to the button. */
export function Popover({ label, name, className, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  usePlaced(button, panel, open);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !button.current?.contains(target)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [open]);
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={name}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div
          ref={panel}
          className="popover"
          role="dialog"
          aria-label={name}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            close();
          }}
        >
          {children(close)}
        </div>
      )}
    </>
  );
}
