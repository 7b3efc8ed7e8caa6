import "../old-browsers.ts";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { Instant } from "#shared/time/instant.ts";
import { enabled, houseRules, language, portals } from "../settings/settings.ts";
import { superviseFrame } from "../supervise-frame.ts";

export default defineContentScript({
  matches: ["*://*.gov.cn/*"],
  allFrames: true,
  matchAboutBlank: true,
  runAt: "document_idle",
  async main(context) {
    let running: AbortController | undefined;
    context.onInvalidated(() => running?.abort());
    let known = await portals.getValue();
    portals.watch((value) => (known = value));

    const restart = async () => {
      running?.abort();
      if (!(await enabled.getValue()) || context.isInvalid) return;
      running = new AbortController();
      superviseFrame({
        window,
        language: await language.getValue(),
        house: await houseRules.getValue(),
        portals: { now: () => known, watch: portals.watch },
        now: () => Date.now() as Instant,
        signal: running.signal,
      });
    };
    enabled.watch(() => void restart());
    language.watch(() => void restart());
    houseRules.watch(() => void restart());
    await restart();
  },
});
