import { browser } from "wxt/browser";
import type { EnrolResult } from "../outbox/enrol.ts";
import type { LookDraft } from "../outbox/look-draft.ts";
import type { Waiting } from "../outbox/waiting.ts";
import type { Counts } from "../counts.ts";

/** Every message of the extension: who may send it, what it carries, what it answers. */
export interface Messages {
  /** content script → background: one look at one frame; recorded when enrolled */
  look: { carries: LookDraft; answers: { recorded: boolean } };
  /** content script → background: the frame's verdicts, for the toolbar */
  counts: { carries: Counts | null; answers: null };
  /** popup/options → background */
  waiting: { carries: null; answers: Waiting };
  tabCounts: { carries: { tabId: number }; answers: Counts | null };
  sendNow: { carries: null; answers: Waiting };
  exportOutbox: { carries: null; answers: { name: string; text: string } | null };
  enrol: { carries: { address: string; code: string; name?: string }; answers: EnrolResult };
}
export type Topic = keyof Messages;

/** A page of the extension itself; a content script may send only what a look needs. */
export const OWN_PAGES_ONLY: readonly Topic[] = [
  "waiting",
  "tabCounts",
  "sendNow",
  "exportOutbox",
  "enrol",
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
