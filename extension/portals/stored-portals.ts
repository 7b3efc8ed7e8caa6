import { type PortalFile, portalFile } from "#shared/reading/portal-file.ts";
import type { Enrolment } from "../outbox/database.ts";
import { portals } from "../settings/settings.ts";
import { PORTALS } from "./portals.ts";
import type { StoredPortal } from "./stored-portal.ts";

const MOST = 500;

export type Saved = { ok: true; id: string } | { ok: false; why: string };
export type Offered = "offered" | "not-enrolled" | "no-such-file" | "not-supported" | "failed";

/** The browser's portal files: one writer, so that two saves cannot lose each other's file. */
export function storedPortals() {
  let last: Promise<unknown> = Promise.resolve();
  const change = (how: (all: readonly StoredPortal[]) => StoredPortal[]): Promise<void> => {
    const done = last.then(async () => {
      const before = await portals.getValue();
      const after = how(before).slice(-MOST);
      // every frame reads again when this changes
      if (JSON.stringify(after) !== JSON.stringify(before)) await portals.setValue(after);
    });
    last = done.catch(() => undefined); // whoever asked is told; the next change does not wait for it
    return done;
  };

  return {
    /** What is shipped replaces what an older version shipped; what was switched off stays off. */
    ship: () =>
      change((all) => [
        ...PORTALS.map((file): StoredPortal => {
          const off = all.some((each) => each.file.id === file.id && each.off);
          return { file, source: "built-in", ...(off && { off: true }) };
        }),
        ...all.filter(({ source }) => source !== "built-in"),
      ]),
    /** @param host of the page that sends it; a page speaks only for its own portal. Undefined: a page of the extension */
    async save(input: unknown, host: string | undefined): Promise<Saved> {
      const parsed = portalFile.safeParse(input);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return { ok: false, why: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` };
      }
      const file = parsed.data;
      if (host !== undefined && !file.matches.every((match) => match.host === host))
        return { ok: false, why: "matches: another portal's" };
      await change((all) => [
        ...all.filter(({ file: { id }, source }) => id !== file.id || source !== "local"),
        { file, source: "local" },
      ]);
      return { ok: true, id: file.id };
    },
    forget: (id: string, host: string | undefined) =>
      change((all) =>
        all.filter(
          ({ file, source }) =>
            source !== "local" ||
            file.id !== id ||
            (host !== undefined && viewsForHost(file, host) === 0),
        ),
      ),
    /** What the service shares now is all that it shares; what this browser's user switched off stays off. */
    share: (files: readonly StoredPortal[]) =>
      change((all) => [
        ...all.filter(({ source }) => source !== "service"),
        ...files.map((file): StoredPortal => {
          const off = all.some(
            (each) => each.source === "service" && each.file.id === file.file.id && each.off,
          );
          return { ...file, ...(off && { off: true }) };
        }),
      ]),
    switchOff: (id: string, source: StoredPortal["source"], off: boolean) =>
      change((all) =>
        all.map((each) => {
          if (each.file.id !== id || each.source !== source) return each;
          const { off: _, ...rest } = each;
          return { ...rest, ...(off && { off: true as const }) };
        }),
      ),
    /** Shares one file within the organisation, where the service takes such files. */
    async offer(
      id: string,
      enrolment: Enrolment | undefined,
      fetch: typeof globalThis.fetch,
    ): Promise<Offered> {
      if (!enrolment) return "not-enrolled";
      const found = (await portals.getValue()).find(
        ({ file, source }) => file.id === id && source === "local",
      );
      if (!found) return "no-such-file";
      try {
        const response = await fetch(`${enrolment.address}/v1/portal-files`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${enrolment.token}`,
            "content-type": "application/json",
          },
          body: JSON.stringify(found.file),
          redirect: "manual",
          credentials: "omit",
        });
        if (response.status === 404 || response.status === 405) return "not-supported";
        return response.ok ? "offered" : "failed";
      } catch (error) {
        console.warn("[portal-files]", error);
        return "failed";
      }
    },
  };
}

const viewsForHost = (file: PortalFile, host: string): number =>
  file.matches.filter((match) => match.host === host).length;

/** What a message's sender may speak for: its own host; `undefined` for the extension's own pages. */
export function hostOf(sender: {
  url?: string | undefined;
  origin?: string | undefined;
}): string | undefined {
  const own = location.origin; // of the background, which is a page of the extension
  const from = [sender.url, sender.origin].find(
    (each) => each !== undefined && /^[a-z-]+:\/\//.test(each),
  );
  if (from === undefined) return "";
  const url = new URL(from);
  return url.origin === own ? undefined : url.host;
}
