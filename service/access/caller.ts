import type { Actor } from "../audit/chain.ts";
import type { Role } from "./roles.ts";

/** Who is asking. `id` is the row of its device, token or user; `unit` is the root of what it may see. */
export interface Caller {
  kind: "device" | "token" | "user";
  role: Role;
  id: number;
  publicId: string;
  name: string;
  unit: number;
  expiresAt: number | null;
  /** the only reports that its token may pull; null for all that its role may see */
  reports: readonly string[] | null;
  /** public id of the session that it came with */
  session: string | null;
  /** it must first set up the second factor that the organisation asks for */
  owesSecondFactor: boolean;
  /** of a device that signs its requests */
  publicKey?: string;
}

export const actorOf = ({ kind, publicId, name, role, unit }: Caller): Actor => ({
  kind,
  id: publicId,
  name,
  role,
  unit,
});

export const NOBODY: Actor = { kind: "nobody", id: "", name: "", role: null, unit: null };

/** Somebody at the machine itself, by the name that the system knows. */
export const commandActor = (name: string): Actor => ({
  kind: "command",
  id: name,
  name,
  role: null,
  unit: null,
});
