import type { Overlay } from "../year.ts";
import { guangxi } from "./guangxi.ts";
import { ningxia } from "./ningxia.ts";

/** Regional days that ship. One overlay = one file and a line here. */
export const OVERLAYS: readonly Overlay[] = [guangxi, ningxia];
