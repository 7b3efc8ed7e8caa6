import type { CDPSession, Page } from "playwright-core";

/** Counts in the extension's own isolated world of a page's main frame how often the page was read. */
export async function countReadings(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
  });
  await session.send("Runtime.enable");
  const inWorld = async (expression: string): Promise<number> => {
    const answers = await Promise.all(
      worlds.map((contextId) =>
        session.send("Runtime.evaluate", { expression, contextId, returnByValue: true }),
      ),
    );
    return answers.reduce((sum, { result }) => sum + (Number(result.value) || 0), 0);
  };
  // Every reading begins by asking for the page's tables.
  await inWorld(`(() => { let n = 0; const ask = Element.prototype.querySelectorAll;
    Element.prototype.querySelectorAll = function (what) { if (what === "table") n += 1; return ask.call(this, what); };
    globalThis.readings = () => n; })()`);
  return () => inWorld("globalThis.readings ? globalThis.readings() : 0");
}
