import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")));

/** Name and version, as reports and answers carry it. */
export const PROGRAM = `shixian@${version}`;

/** Where `npm run build` puts the pages. */
export const DASHBOARD = fileURLToPath(new URL("dashboard/dist", import.meta.url));
