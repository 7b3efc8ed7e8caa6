import { type Draft, KEBAB, camel } from "./draft.ts";

export const feature: Draft = {
  name: KEBAB,
  example: "pause-mark",
  makes: "one visible thing in the portal page",
  write: (name) => ({
    files: {
      [`extension/features/${name}.ts`]: `import { ownElement, text } from "../ui/marks.ts";
import type { Feature } from "./feature.ts";

const CSS = \`:host { all: initial; }\`;

/** What it shows, and to whom it matters. */
export const ${camel(name)}: Feature = {
  id: "${name}",
  start({ document, strings, signal }) {
    const { host, root } = ownElement(document, "shixian-mark", CSS);
    const words = text(document, "span", "");
    root.append(words);
    signal.addEventListener("abort", () => host.remove());
    return {
      show({ reading }) {
        const next = strings.page.summary.seen(reading.cases.length);
        if (words.textContent !== next) words.textContent = next;
      },
    };
  },
};
`,
      [`tests/e2e/${name}.test.ts`]: `import { expect, test } from "vitest";

test("${name}: say the clause here, then walk the demo portal and look", () => {
  expect.fail("not written yet");
});
`,
    },
    next: [
      `add \`${camel(name)}\` to \`extension/features/features.ts\``,
      "a new element of ours needs its tag in `extension/ui/marks.ts`",
      "put its words into `shared/strings/zh-CN/page.ts` and `shared/strings/en/page.ts`",
      `write the clauses of \`tests/e2e/${name}.test.ts\``,
    ],
  }),
};
