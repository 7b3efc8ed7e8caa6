import "../old-browsers.ts";
import { defineBackground } from "wxt/utils/define-background";
import { browser } from "wxt/browser";
import type { HouseRules } from "#shared/limit/house-rules.ts";
import { answer } from "../messages/messages.ts";
import { inject } from "../inject.ts";
import { managedPolicy, onPolicyChanged } from "../managed.ts";
import { type Enrolment, type OutboxDatabase, openOutbox } from "../outbox/database.ts";
import type { ToolMessage } from "../open-tools.ts";
import { seenBefore } from "../portals/seen-before.ts";
import { storedCatalogue } from "../catalogue/stored-catalogue.ts";
import { hostOf, storedPortals } from "../portals/stored-portals.ts";
import { signedFetch } from "../outbox/device-key.ts";
import { type EnrolResult, enrol } from "../outbox/enrol.ts";
import { followPolicy } from "../outbox/follow-policy.ts";
import { moveTo } from "../outbox/move.ts";
import { learnKeys } from "../outbox/learn-keys.ts";
import { learnPortalFiles } from "../outbox/learn-portal-files.ts";
import { learnRules } from "../outbox/learn-rules.ts";
import { exportOutbox } from "../outbox/export.ts";
import { recordLook } from "../outbox/record.ts";
import { isFull, tidy, withRoom } from "../outbox/room.ts";
import { send } from "../outbox/send.ts";
import { waiting } from "../outbox/waiting.ts";
import { toolbarCount } from "../features/toolbar-count.ts";
import { houseRules, portalsTag, unrecorded } from "../settings/settings.ts";
import { runOnGranted } from "../portal-access.ts";

const toTab = (tabId: number, message: ToolMessage, frameId?: number): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId });
const enrolmentOf = async (db: OutboxDatabase): Promise<Enrolment | undefined> =>
  (await db.get("device", "enrolment")) as Enrolment | undefined;

const SOON = 2_000;
const AGAIN = 10_000;
const ALARM = "send";
/** How often the service is asked for its notices and rule set, ms. */
const LEARN_AGAIN = 15 * 60_000;
const TIDY_AGAIN = 60 * 60_000;

export default defineBackground(() => {
  const outbox = openOutbox();
  const reader = `${browser.runtime.getManifest().version}`;
  const now = () => Date.now();
  const toolbar = toolbarCount();
  const memory = seenBefore(now);
  const files = storedPortals();
  const catalogue = storedCatalogue(now);
  files.ship().catch((error: unknown) => console.error("[portals]", error));
  // MV2 browsers (Chromium 83) have no dynamic content scripts: there the deployer lists the portals in the policy.
  if (browser.scripting)
    runOnGranted().catch((error: unknown) => console.error("[portal-access]", error));

  const asDevice = outbox.then((db) => signedFetch(db, (...input) => fetch(...input), now));
  let sending: Promise<unknown> = Promise.resolve();
  let soon: ReturnType<typeof setTimeout> | undefined;
  const sendNow = (how: { force?: boolean; anew?: boolean } = {}) => {
    // One sender at a time: two would seal and send the same records twice.
    sending = sending
      .then(async () =>
        send({ db: await outbox, fetch: await asDevice, now, random: Math.random }, how),
      )
      .catch((error: unknown) => console.error("[send]", error));
    return sending;
  };
  const sendSoon = () => (soon ??= setTimeout(() => ((soon = undefined), void sendNow()), SOON));

  const learn = async (force: boolean) => {
    const db = await outbox;
    const enrolment = await enrolmentOf(db);
    const askedAt = Number((await db.get("device", "rulesAskedAt")) ?? 0);
    if (!enrolment || (!force && Math.abs(now() - askedAt) < LEARN_AGAIN)) return;
    await db.put("device", now(), "rulesAskedAt");
    await learnKeys(db, await asDevice);
    await learnFiles(enrolment);
    const learnt = await learnRules(enrolment, await asDevice);
    if (!learnt.ok) return;
    const { years, overlays, regime } = learnt.rules;
    const own = years.length > 0 || overlays.length > 0 || regime !== null;
    await judgeBy(own ? learnt.rules : null);
  };
  const learnFiles = async (enrolment: Enrolment) => {
    const tag = await portalsTag.getValue();
    const learnt = await learnPortalFiles(enrolment, tag, await asDevice);
    if (learnt.how === "as-before") return;
    // the tag comes last: cut off in between, they are fetched again
    await files.share(learnt.files);
    await portalsTag.setValue(learnt.tag);
  };
  /** Every page starts anew when this changes, so it is not written without need. */
  const judgeBy = async (rules: HouseRules | null) => {
    if (JSON.stringify(await houseRules.getValue()) !== JSON.stringify(rules))
      await houseRules.setValue(rules);
  };
  const learnNow = (force = false) =>
    void learn(force).catch((error: unknown) => console.error("[rules]", error));

  let tidied = 0;
  const tidyUp = () => {
    if (Math.abs(now() - tidied) < TIDY_AGAIN) return;
    tidied = now();
    outbox.then((db) => tidy(db, now())).catch((error: unknown) => console.error("[tidy]", error));
  };
  /** Another service may judge otherwise, and shares other files. */
  const enrolledNow = async (result: EnrolResult): Promise<EnrolResult> => {
    if (!result.ok) return result;
    sendSoon();
    await judgeBy(null);
    await portalsTag.setValue(null);
    await files.share([]);
    learnNow(true);
    return result;
  };
  const network = { fetch: (...input: Parameters<typeof fetch>) => fetch(...input), now };
  let following: Promise<unknown> = Promise.resolve();
  const follow = () => {
    following = following
      .then(async () => followPolicy(await outbox, network, await managedPolicy()))
      .then(async (result) => {
        if (result) await enrolledNow(result);
        // a browser that starts with the machine is quicker than its network
        if (result?.ok === false && result.failure === "unreachable") setTimeout(follow, AGAIN);
      })
      .catch((error: unknown) => console.error("[policy]", error));
  };
  onPolicyChanged(follow);
  follow();

  // The worker may be stopped at any moment, timers included: the alarm brings it back.
  void browser.alarms.create(ALARM, { periodInMinutes: 1 });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    follow();
    void sendNow();
    learnNow();
    tidyUp();
  });
  sendSoon();
  learnNow();
  // What kept an earlier browser waiting may have been its own machine or network: the first try of the day is not put off by it.
  const startAnew = () => void sendNow({ anew: true });
  browser.runtime.onStartup.addListener(startAnew);
  browser.runtime.onInstalled.addListener(startAnew);

  const notRecorded = async (error: unknown) => {
    const before = await unrecorded.getValue();
    await unrecorded.setValue({
      looks: (before?.looks ?? 0) + 1,
      since: before?.since ?? now(),
      last: now(),
      full: isFull(error),
    });
  };
  const queue = async () => ({
    ...(await waiting(await outbox)),
    unrecorded: await unrecorded.getValue(),
  });
  let recording: Promise<unknown> = Promise.resolve();
  answer({
    look: async (draft, sender) => {
      // a guide is nobody's case: it is kept whether the browser is enrolled or not
      if (draft.guide && hostOf(sender) === draft.portal)
        catalogue
          .learn(draft, sender.url ?? "")
          .catch((error: unknown) => console.error("[catalogue]", error));
      const db = await outbox;
      const enrolment = await enrolmentOf(db);
      if (!enrolment) return { recorded: false };
      const done = recording.then(() =>
        withRoom(db, () => recordLook(db, enrolment, draft, now(), reader)),
      );
      recording = done.catch(notRecorded); // the next look does not wait for ever on one that failed; its asker is told
      await done;
      sendSoon();
      return { recorded: true };
    },
    guideLimits: async ({ portal, items }, sender) =>
      hostOf(sender) === portal ? catalogue.limits(portal, items) : items.map(() => null),
    counts: async (counts, { tab, frameId }) => {
      if (tab?.id !== undefined) await toolbar.set(tab.id, frameId ?? 0, counts);
      return null;
    },
    tabCounts: ({ tabId }) => toolbar.get(tabId),
    seen: (what) => memory.seen(what),
    acceptChange: (what) => memory.acceptChange(what),
    script: async ({ name }, { tab, frameId }) => {
      if (tab?.id !== undefined) await inject(name, tab.id, frameId ?? 0);
      return null;
    },
    openTool: async ({ tabId, tool }) => {
      const shown = toolbar.frames(tabId);
      // The twin is of the whole page; teaching goes to the frame with cases, else every frame offers itself to be chosen.
      const frame = tool === "twin" ? 0 : shown.length === 1 ? shown[0] : undefined;
      await toTab(tabId, { shixianTool: tool }, frame);
      return null;
    },
    toolChosen: async ({ except }, { tab }) => {
      if (tab?.id !== undefined) await toTab(tab.id, { shixianTool: "close", except });
      return null;
    },
    savePortal: ({ file }, sender) => files.save(file, hostOf(sender)),
    forgetPortal: async ({ id }, sender) => {
      await files.forget(id, hostOf(sender));
      return null;
    },
    switchPortal: async ({ id, source, off }) => {
      await files.switchOff(id, source, off);
      return null;
    },
    offerPortal: async ({ id }) => files.offer(id, await enrolmentOf(await outbox), await asDevice),
    learnNow: async () => {
      await learn(true);
      return null;
    },
    waiting: queue,
    sawUnrecorded: async () => {
      await unrecorded.setValue(null);
      return null;
    },
    sendNow: async () => {
      await sendNow({ force: true });
      return queue();
    },
    exportOutbox: async () => (await exportOutbox(await outbox, now())) ?? null,
    enrol: async (input) => enrolledNow(await enrol(await outbox, network, input)),
    move: async ({ address }) => enrolledNow(await moveTo(await outbox, network, address)),
  });
});
