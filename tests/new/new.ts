import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Draft } from "./drafts/draft.ts";
import { feature } from "./drafts/feature.ts";
import { holiday } from "./drafts/holiday.ts";
import { portal } from "./drafts/portal.ts";
import { report } from "./drafts/report.ts";
import { route } from "./drafts/route.ts";

/** `npm run new KIND NAME`: the first draft of a thing, and what a person still has to say. */
const DRAFTS: Record<string, Draft> = { portal, report, feature, route, holiday };
const root = new URL("../..", import.meta.url).pathname;
const [kind = "", name = ""] = process.argv.slice(2);

const draft = DRAFTS[kind];
if (!draft || !draft.name.test(name)) {
  console.error("用法 usage: npm run new -- KIND NAME");
  for (const [each, { example, makes }] of Object.entries(DRAFTS))
    console.error(`  ${each} ${example}  — ${makes}`);
  process.exit(2);
}
const { files, next } = draft.write(name);
const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
if (taken.length > 0) {
  console.error(`已存在 already there: ${taken.join(", ")}`);
  process.exit(2);
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`+ ${file}`);
}
for (const [i, step] of next.entries()) console.log(`${i + 1}. ${step}`);
