import { settingsFrom } from "../config-file.ts";
import { configFrom } from "../config.ts";
import { type World, openWorld } from "../world.ts";

/** The configured service, opened for one command and closed after it. */
export async function withWorld<T>(act: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(configFrom(settingsFrom(process.env)));
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}
