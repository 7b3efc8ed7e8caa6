import type { Overlay } from "../year.ts";

/** Regional days that ship. One overlay = one file and a line here. */
export const OVERLAYS: readonly Overlay[] = [];
