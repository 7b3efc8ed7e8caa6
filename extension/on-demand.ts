import type { InPage } from "#shared/strings/in-page.ts";
import type { Marking, MarkStage } from "./mark-page.ts";
import { ask } from "./messages/messages.ts";
import { shared } from "./own-elements.ts";
import type { TeachableFrame } from "./teaching/teachable-frame.ts";

/** What a frame gets only when it needs it: most pages never show a case, and must not carry what marks one. */
export interface OnDemand {
  /** verdicts and marks: as soon as a page shows something to judge */
  marks: (stage: MarkStage) => Marking;
  /** the English texts: where they were chosen */
  english: InPage;
  /** teaching: when a person asks for it */
  teach: (frame: TeachableFrame) => void;
  /** the scrubbed twin of the page: when a person asks for it */
  twin: (frame: TeachableFrame) => void;
}
export type Script = keyof OnDemand;

/** Called by the script itself when it runs. */
export function provide<T extends Script>(name: T, what: OnDemand[T]): void {
  shared().scripts[name] = what;
}

/** Has the background put the script into this frame, once. @throws Error when it did not come */
export async function onDemand<T extends Script>(name: T): Promise<OnDemand[T]> {
  if (!shared().scripts[name]) await ask("script", { name });
  const found = shared().scripts[name];
  if (!found) throw new Error(`the script did not come: ${name}`);
  return found as OnDemand[T];
}
