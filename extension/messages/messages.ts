import { browser } from "wxt/browser";
import type { EnrolResult } from "../outbox/enrol.ts";
import type { LookDraft } from "../outbox/look-draft.ts";
import type { Unrecorded, Waiting } from "../outbox/waiting.ts";
import type { ItemAsked } from "../catalogue/item-catalogue.ts";
import type { GuideLimits } from "#shared/case/observation.ts";
import type { Drift } from "#shared/reading/drift.ts";
import type { Counts } from "../counts.ts";
import type { Script } from "../on-demand.ts";
import type { StoredPortal } from "../portals/stored-portal.ts";
import type { Offered, Saved } from "../portals/stored-portals.ts";
import type { Seen } from "../portals/seen-before.ts";

/** Every message of the extension: who may send it, what it carries, what it answers. */
export interface Messages {
  /** content script → background: one look at one frame; recorded when enrolled */
  look: { carries: LookDraft; answers: { recorded: boolean } };
  /** content script → background: what the portal's guides allow these items, one answer each */
  guideLimits: {
    carries: { portal: string; items: ItemAsked[] };
    answers: (GuideLimits | null)[];
  };
  /** content script → background: the frame's verdicts, for the toolbar */
  counts: { carries: Counts | null; answers: null };
  /** content script → background: has the portal changed? */
  seen: { carries: Seen; answers: Drift[] };
  /** content script → background: it has, and the page is right as it is now */
  acceptChange: { carries: Seen; answers: null };
  /** content script → background: puts one of our own scripts into the asking frame */
  script: { carries: { name: Script }; answers: null };
  /** teaching and options → background; `null` where the file is not one, or not the sender's to change */
  savePortal: { carries: { file: unknown }; answers: Saved };
  forgetPortal: { carries: { id: string }; answers: null };
  offerPortal: { carries: { id: string }; answers: Offered };
  /** content script → background: a person chose this frame; the tab's others close their tools */
  toolChosen: { carries: { except: string }; answers: null };
  /** popup → background: teaching or the twin in the tab's frame that shows cases, else in its top frame */
  openTool: { carries: { tabId: number; tool: "teach" | "twin" }; answers: null };
  switchPortal: {
    carries: { id: string; source: StoredPortal["source"]; off: boolean };
    answers: null;
  };
  /** options → background: asks the service now for its rules and shared portal files */
  learnNow: { carries: null; answers: null };
  /** popup/options → background */
  waiting: { carries: null; answers: Waiting & { unrecorded: Unrecorded | null } };
  /** popup → background: the person has read that looks were not recorded */
  sawUnrecorded: { carries: null; answers: null };
  tabCounts: { carries: { tabId: number }; answers: Counts | null };
  sendNow: { carries: null; answers: Waiting & { unrecorded: Unrecorded | null } };
  exportOutbox: { carries: null; answers: { name: string; text: string } | null };
  /** options → background: the same device at the service's new address */
  move: { carries: { address: string }; answers: EnrolResult };
  enrol: { carries: { address: string; code: string; name?: string }; answers: EnrolResult };
}
export type Topic = keyof Messages;

/** A page of the extension itself; a content script may send only what a look needs. */
export const OWN_PAGES_ONLY: readonly Topic[] = [
  "waiting",
  "sawUnrecorded",
  "tabCounts",
  "sendNow",
  "exportOutbox",
  "enrol",
  "move",
  "openTool",
  "switchPortal",
  "learnNow",
];

export interface Envelope<T extends Topic = Topic> {
  shixian: T;
  body: Messages[T]["carries"];
}

export const ask = <T extends Topic>(
  topic: T,
  body: Messages[T]["carries"],
): Promise<Messages[T]["answers"]> =>
  browser.runtime.sendMessage({ shixian: topic, body } satisfies Envelope<T>);

export type Sender = {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  /** of the frame that asks */
  url?: string | undefined;
  origin?: string | undefined;
};
export type Handlers = {
  [T in Topic]: (body: Messages[T]["carries"], sender: Sender) => Promise<Messages[T]["answers"]>;
};

/** Answers messages of this extension only; what a content script may not ask is refused. */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const envelope = message as Partial<Envelope> | null;
    const topic = envelope?.shixian;
    if (sender.id !== browser.runtime.id || topic === undefined || !(topic in handlers))
      return undefined;
    const fromOwnPage = sender.url?.startsWith(`${location.origin}/`) ?? false;
    if (OWN_PAGES_ONLY.includes(topic) && !fromOwnPage) return undefined;
    const handle = handlers[topic] as (body: unknown, from: Sender) => Promise<unknown>;
    handle(envelope?.body, sender).then(reply, (error: unknown) => {
      console.error(`[${topic}]`, error);
      reply(undefined);
    });
    return true; // keeps the channel open for the answer
  });
}
