import { defineContentScript } from "wxt/utils/define-content-script";
import type { Instant } from "#shared/time/instant.ts";
import { inPage } from "#shared/strings/in-page.ts";
import { FEATURES } from "../features/features.ts";
import { enabled, language } from "../settings/settings.ts";
import { superviseFrame } from "../supervise-frame.ts";

export default defineContentScript({
  matches: ["*://*.gov.cn/*"],
  allFrames: true,
  matchAboutBlank: true,
  runAt: "document_idle",
  async main(context) {
    let running: AbortController | undefined;
    context.onInvalidated(() => running?.abort());

    const restart = async () => {
      running?.abort();
      if (!(await enabled.getValue()) || context.isInvalid) return;
      running = new AbortController();
      const now = () => Date.now() as Instant;
      superviseFrame({
        window,
        features: FEATURES,
        strings: inPage(await language.getValue()),
        now,
        signal: running.signal,
      });
    };
    enabled.watch(() => void restart());
    language.watch(() => void restart());
    await restart();
  },
});
