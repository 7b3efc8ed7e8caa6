import { expect, test } from "vitest";
import { files, read, sources } from "./tree.ts";

/** Names that are not requests: identifiers of schemas and addresses of notices that a person may open. */
const NAMED_ONLY =
  /^https?:\/\/(www\.gov\.cn|www\.w3\.org|json\.schemastore\.org|www\.xes-standard\.org|www\.ocel-standard\.org|www\.legislation\.gov\.uk|www\.gov\.uk)\b/;
const OWN = /^https?:\/\/(localhost|127\.0\.0\.1|10\.|\$\{|\[|[\w.-]*\.?gov\.cn|[\w.-]*example)/;

test("no source names an address outside: no fonts, no CDN, no telemetry", () => {
  const found = ["extension/", "service/", "shared/"]
    .flatMap(sources)
    .flatMap((file) =>
      [...read(file).matchAll(/https?:\/\/[^\s"'`)<>]+/g)].map(([url]) => ({ file, url })),
    )
    .filter(({ url }) => !NAMED_ONLY.test(url) && !OWN.test(url));
  expect(found).toEqual([]);
});

test("nothing that is committed names a folder of one machine", () => {
  const text = files().filter(
    (file) =>
      /\.(tsx?|mjs|js|json|md|css|html|sql|ya?ml|service|sh)$/.test(file) &&
      file !== "package-lock.json",
  );
  const found = text.flatMap((file) =>
    [...read(file).matchAll(/["'`(= ]\/(?:home|root|work|farm)\/[\w-]+/g)].map(
      ([path]) => `${file}:${path}`,
    ),
  );
  expect(found).toEqual([]);
});

test("the lock file records no download address", () => {
  expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
});
