import type { Instant } from "#shared/time/instant.ts";
import { teach as en } from "#shared/strings/en/teach.ts";
import { teach as zh } from "#shared/strings/zh-CN/teach.ts";
import { PANEL_CSS, box, download, make } from "./elements.ts";
import { scrub } from "./scrub.ts";
import type { TeachableFrame } from "./teachable-frame.ts";

const NOTICE_STAYS = 5_000;
const CSS = `${PANEL_CSS} :host { top: auto; width: 340px; } section { height: auto; }`;

/** Saves the whole page, from the outermost frame that may be read, as a file about nobody. */
export function saveTwin(frame: TeachableFrame): void {
  const { document } = frame.window;
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  // whole weeks, so that working days stay working days; back in time, where the calendars are known
  const days = -7 * (8 + ((bytes[0] ?? 0) % 60));
  const now = Date.now() as Instant;
  const html = scrub(outermost(frame.window).document, { seed: bytes.join("."), days }, now);
  download(document, `twin-${bytes.slice(0, 4).join("")}.html`, "text/html", html);
  frame.chosen();
  const { root } = box(document, "shixian-teach", CSS, frame.signal);
  const words = frame.language === "en" ? en : zh;
  root.append(make(document, "section", { role: "status" }, words.twinSaved));
  setTimeout(() => root.host.remove(), NOTICE_STAYS);
}

function outermost(window: Window): Window {
  let at = window;
  while (at.parent !== at) {
    try {
      void at.parent.document.body;
    } catch {
      break; // another origin's frame says so only by throwing
    }
    at = at.parent as Window;
  }
  return at;
}
