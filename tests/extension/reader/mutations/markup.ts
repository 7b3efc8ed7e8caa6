import { type Mutation, type Random, pick } from "./mutation.ts";

const TAG = /<\/?(?:table|thead|tbody|tr|td|th|div|span|ul|li|dl|dt|dd|p|a|form)\b[^>]*>/gi;
const markup = (change: (html: string, random: Random) => string | false): Mutation => ({
  on: "markup",
  change,
});
const tags = (html: string, form: RegExp): { at: number; text: string }[] =>
  [...html.matchAll(TAG)]
    .filter((found) => form.test(found[0]))
    .map((found) => ({ at: found.index, text: found[0] }));

/** Takes `n` tags of a form out of the markup, or puts something in their place. */
function without(
  html: string,
  random: Random,
  form: RegExp,
  n: number,
  instead = "",
): string | false {
  let changed = html;
  let done = 0;
  for (let i = 0; i < n; i++) {
    const tag = pick(random, tags(changed, form));
    if (!tag) break;
    changed = changed.slice(0, tag.at) + instead + changed.slice(tag.at + tag.text.length);
    done++;
  }
  return done > 0 && changed;
}

/** What may happen to markup on its way: cut off, never closed, wrongly nested. */
export const MARKUP: Record<string, Mutation> = {
  "cut off": markup((html, random) => {
    const from = Math.max(html.indexOf("<body"), 0);
    return html.slice(0, from + Math.floor((html.length - from) * (0.2 + 0.8 * random())));
  }),
  "cut off in the table": markup((html, random) => {
    const rows = tags(html, /^<td/i);
    const at = pick(random, rows)?.at;
    return at !== undefined && html.slice(0, at + Math.floor(random() * 120));
  }),
  "never closed": markup((html, random) =>
    without(html, random, /^<\//, 1 + Math.floor(random() * 8)),
  ),
  "never opened": markup((html, random) =>
    without(html, random, /^<\w/, 1 + Math.floor(random() * 3)),
  ),
  "a cell never opened": markup((html, random) => without(html, random, /^<t[dh]/i, 1)),
  "a row never opened": markup((html, random) => without(html, random, /^<tr/i, 1)),
  "a row never closed": markup((html, random) => without(html, random, /^<\/tr/i, 2)),
  "wrongly nested": markup((html, random) =>
    without(
      html,
      random,
      /^<\/?\w/,
      3,
      pick(random, [
        "</table>",
        "<tr>",
        "<td>",
        "</div></div>",
        "<form>",
        "<select>",
        "<p>",
        "<table>",
      ]) ?? "<td>",
    ),
  ),
  "brackets lost": markup((html, random) => {
    const tag = pick(random, tags(html, /./));
    return (
      tag !== undefined &&
      html.slice(0, tag.at + tag.text.length - 1) + html.slice(tag.at + tag.text.length)
    );
  }),
  "an open comment": markup((html, random) => {
    const tag = pick(random, tags(html, /^<\/t/i));
    return tag !== undefined && `${html.slice(0, tag.at)}<!--${html.slice(tag.at)}`;
  }),
};
