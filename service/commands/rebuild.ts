import { Command } from "commander";
import { rebuild } from "../derived/rebuild.ts";
import { NATIONAL } from "../derived/judging.ts";
import { withWorld } from "./world.ts";

/** `shixian rebuild`: everything but the log is made anew from the log. */
export const rebuildCommand = (): Command =>
  new Command("rebuild")
    .description("由观测记录重建办件等派生数据 · make cases and steps again from the observations")
    .action(async () =>
      withWorld(async ({ db }) => {
        const { batches, cases } = await rebuild(db, NATIONAL.fold);
        process.stdout.write(`${JSON.stringify({ batches, cases })}\n`);
      }),
    );
