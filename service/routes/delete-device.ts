import { deviceFor, revoked } from "../access/devices.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { done } from "./shapes/people.ts";

/** A browser is revoked, at once and for good: its next batch and the files that it exported are refused. What it sent stays. */
export const deleteDevice = route(
  ["system-admin", "supervisor", "observer"],
  {
    method: "delete",
    path: "/v1/devices/:id",
    summary: "停用终端 · revoke a device",
    answer: done,
    refuses: ["unknown-device"],
  },
  async ({ deps, caller, params, record }) => {
    const device = await deviceFor(deps.db, caller, params.id ?? "");
    if (!device) throw new Problem("unknown-device");
    if (device.revokedAt === null)
      await record(
        { act: "device.revoked", object: device.publicId, detail: { name: device.name } },
        [revoked(device, deps.now())],
      );
    return { done: true as const };
  },
);
