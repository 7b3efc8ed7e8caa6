import { z } from "zod";
import type { Enrolment, OutboxDatabase } from "./database.ts";
import { caseKeyLinks } from "./enrol.ts";

const answer = z.object({ caseKeyLinks });

/**
 * Asks the service for the case-key secrets that it has added since this browser was enrolled. What waits keeps the names that it has, and
 * the service knows what to do with them; whatever is not understood changes nothing.
 */
export async function learnKeys(db: OutboxDatabase, fetch: typeof globalThis.fetch): Promise<void> {
  const asked = (await db.get("device", "enrolment")) as Enrolment | undefined;
  if (!asked) return;
  const told = await ask(asked, fetch);
  const known = asked.caseKeyLinks ?? [];
  // never fewer: a service with older key files is somebody's mistake, and the chain only grows
  if (!told || told.length <= known.length || !startsWith(told, known)) return;
  const tx = db.transaction(["device", "cases"], "readwrite", { durability: "strict" });
  const now = (await tx.objectStore("device").get("enrolment")) as Enrolment | undefined;
  if (now?.deviceId === asked.deviceId && now.token === asked.token) {
    void tx.objectStore("device").put({ ...now, caseKeyLinks: told }, "enrolment");
    // under their former names: each case is recorded anew once
    void tx.objectStore("cases").clear();
  }
  await tx.done;
}

type Links = z.infer<typeof caseKeyLinks>;

const startsWith = (told: Links, known: Links): boolean =>
  known.every(({ secret, hash }, i) => told[i]?.secret === secret && told[i].hash === hash);

async function ask(
  { address, token }: Enrolment,
  fetch: typeof globalThis.fetch,
): Promise<Links | undefined> {
  let response: Response;
  try {
    response = await fetch(`${address}/v1/case-keys`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
      credentials: "omit",
    });
  } catch {
    return undefined; // offline is normal: it is asked again
  }
  if (!response.ok) return undefined;
  return answer.safeParse(await response.json().catch(() => undefined)).data?.caseKeyLinks;
}
