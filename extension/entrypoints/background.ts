import { defineBackground } from "wxt/utils/define-background";
import { browser } from "wxt/browser";
import { answer } from "../messages/messages.ts";
import { type Enrolment, openOutbox } from "../outbox/database.ts";
import { enrol } from "../outbox/enrol.ts";
import { exportOutbox } from "../outbox/export.ts";
import { recordLook } from "../outbox/record.ts";
import { send } from "../outbox/send.ts";
import { waiting } from "../outbox/waiting.ts";
import { toolbarCount } from "../features/toolbar-count.ts";
import { runOnGranted } from "../portal-access.ts";

const SOON = 2_000;
const ALARM = "send";

export default defineBackground(() => {
  const outbox = openOutbox();
  const reader = `${browser.runtime.getManifest().version}`;
  const now = () => Date.now();
  const toolbar = toolbarCount();
  // MV2 browsers (Chromium 83) have no dynamic content scripts: there the deployer lists the portals in the policy.
  if (browser.scripting)
    runOnGranted().catch((error: unknown) => console.error("[portal-access]", error));

  let sending: Promise<unknown> = Promise.resolve();
  let soon: ReturnType<typeof setTimeout> | undefined;
  const sendNow = (force = false) => {
    // One sender at a time: two would seal and send the same records twice.
    sending = sending
      .then(async () =>
        send(
          { db: await outbox, fetch: (...input) => fetch(...input), now, random: Math.random },
          { force },
        ),
      )
      .catch((error: unknown) => console.error("[send]", error));
    return sending;
  };
  const sendSoon = () => (soon ??= setTimeout(() => ((soon = undefined), void sendNow()), SOON));

  // The worker may be stopped at any moment, timers included: the alarm brings it back.
  void browser.alarms.create(ALARM, { periodInMinutes: 1 });
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && sendNow()));
  sendSoon();

  let recording: Promise<unknown> = Promise.resolve();
  answer({
    look: async (draft) => {
      const db = await outbox;
      const enrolment = (await db.get("device", "enrolment")) as Enrolment | undefined;
      if (!enrolment) return { recorded: false };
      const done = recording.then(() => recordLook(db, enrolment, draft, now(), reader));
      recording = done.catch(() => undefined); // the next look does not wait for ever on one that failed; its asker is told
      await done;
      sendSoon();
      return { recorded: true };
    },
    counts: async (counts, { tab, frameId }) => {
      if (tab?.id !== undefined) await toolbar.set(tab.id, frameId ?? 0, counts);
      return null;
    },
    tabCounts: ({ tabId }) => toolbar.get(tabId),
    waiting: async () => waiting(await outbox),
    sendNow: async () => {
      await sendNow(true);
      return waiting(await outbox);
    },
    exportOutbox: async () => (await exportOutbox(await outbox, now())) ?? null,
    enrol: async (input) => {
      const result = await enrol(await outbox, { fetch: (...args) => fetch(...args), now }, input);
      if (result.ok) sendSoon();
      return result;
    },
  });
});
