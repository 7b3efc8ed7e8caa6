import type { Strings } from "../strings.ts";
import { verdict } from "./verdict.ts";

export const en: Strings = { verdict };
