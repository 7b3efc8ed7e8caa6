import { deviceFor, renamed } from "../access/devices.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { deviceChange } from "./shapes/access.ts";
import { done } from "./shapes/people.ts";

/** A browser gets another name: a window's number, never a person's name. */
export const postDevice = route(
  ["system-admin", "supervisor", "observer"],
  {
    method: "post",
    path: "/v1/devices/:id",
    summary: "更改终端名称 · rename a device",
    body: deviceChange,
    answer: done,
    refuses: ["unknown-device"],
  },
  async ({ deps, caller, body, params, record }) => {
    const device = await deviceFor(deps.db, caller, params.id ?? "");
    if (!device) throw new Problem("unknown-device");
    const detail = { before: device.name, name: body.name };
    if (body.name !== device.name)
      await record({ act: "device.changed", object: device.publicId, detail }, [
        renamed(device, body.name),
      ]);
    return { done: true as const };
  },
);
