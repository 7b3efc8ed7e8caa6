import { type RefObject, useLayoutEffect } from "react";

const MARGIN = 8;

/** Keeps `panel` beside `anchor` and inside the window, above the clipping of scrolled tables (`position: fixed`). */
export function usePlaced(
  anchor: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  open: boolean,
): void {
  useLayoutEffect(() => {
    if (!open) return;
    const place = (): void => {
      if (!anchor.current || !panel.current) return;
      const at = anchor.current.getBoundingClientRect();
      const size = panel.current.getBoundingClientRect();
      const below = at.bottom + MARGIN / 2;
      const fits = below + size.height <= innerHeight - MARGIN || at.top < size.height + MARGIN;
      const left = Math.min(at.left, innerWidth - size.width - MARGIN);
      panel.current.style.left = `${Math.max(MARGIN, left)}px`;
      panel.current.style.top = `${fits ? below : at.top - size.height - MARGIN / 2}px`;
    };
    place();
    addEventListener("scroll", place, true);
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", place, true);
      removeEventListener("resize", place);
    };
  }, [anchor, panel, open]);
}
