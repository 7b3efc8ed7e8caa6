import { addDays, isoDay, parseDay } from "#shared/time/day.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type DayOrder, findMoments } from "#shared/reading/values/moment.ts";
import { isPerson } from "#shared/reading/values/name.ts";
import { fold } from "#shared/reading/values/text.ts";
import { ENDINGS, isSafeLatin, isUnit, safeIn } from "./safe-words.ts";

/** What makes one twin: without it nobody can undo the inventions. */
export interface Secret {
  seed: string;
  /** by how many days every date moves, the same for all, so that intervals stay */
  days: number;
}

export interface Inventor {
  /** the same kind of text about nobody */
  text(raw: string): string;
  /** a class, id or key: the words of widgets are kept, what may name something is not */
  identifier(raw: string): string;
}

const NEUTRAL = Array.from("鹭鹤雁鹿驼岚岫溪泉湖汀洲屿岭峡禾苗竹菊桐枫榆槐溏漪澜霁霏");
const FAMILY = Array.from("赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张");
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TOKENS =
  /[\u4e00-\u9fff\u3400-\u4dbf]+|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)|[A-Za-z0-9*＊]*[A-Za-z*＊][A-Za-z0-9*＊]*|\d+(?:[\s.,-]\d+)*|[\s\S]/gu;

/** @param order which of day and month comes first in this page */
export function inventor(secret: Secret, at: Instant, order: DayOrder | undefined): Inventor {
  const context = { at, order: order ?? ("day-first" as const) };
  const known = new Map<string, string>();
  const same = (
    kind: string,
    original: string,
    invent: (next: (n: number) => number) => string,
  ) => {
    const key = `${kind}\n${original}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    for (let attempt = 0; ; attempt++) {
      const made = invent(randomOf(`${secret.seed}\n${key}\n${attempt}`));
      if (made === original && attempt < 50) continue;
      known.set(key, made);
      return made;
    }
  };
  const other = (from: readonly string[], not: string, next: (n: number) => number): string => {
    const choice = from.filter((each) => each !== not);
    return choice[next(choice.length)] ?? "某";
  };
  const digit = (old: string, i: number, next: (n: number) => number): string =>
    String(i === 0 && old !== "0" ? 1 + next(9) : next(10));

  const code = (token: string): string =>
    same("code", token, (next) =>
      Array.from(token, (char, i) =>
        /\d/.test(char)
          ? digit(char, i, next)
          : /[a-z]/.test(char)
            ? String.fromCharCode(97 + next(26))
            : /[A-Z]/.test(char)
              ? String.fromCharCode(65 + next(26))
              : char,
      ).join(""),
    );

  const han = (run: string, before: string, after: string): string => {
    const safe = safeIn(run);
    // 10个工作日, 第2页, 共20件: what counts stands beside the number
    if (/\d\s?$/.test(before) && isUnit(run.charAt(0))) safe[0] = true;
    if (/^\s?\d/.test(after) && isUnit(run.slice(-1))) safe[run.length - 1] = true;
    if (safe.every(Boolean)) return run;
    if (safe.every((each) => !each) && isPerson(run))
      return same("person", run, (next) =>
        Array.from(run, (char, i) => other(i === 0 ? FAMILY : NEUTRAL, char, next)).join(""),
      );
    const ending = run.length > 2 ? (ENDINGS.exec(run)?.[0] ?? "") : "";
    return same("han", `${run}\n${safe.map(Number).join("")}`, (next) =>
      Array.from(run, (char, i) =>
        safe[i] || (ending !== "" && i === run.length - 1) ? char : other(NEUTRAL, char, next),
      ).join(""),
    );
  };

  const number = (token: string, before: string, after: string): string => {
    if (token.includes(":")) return token; // a time of day
    const digits = token.replace(/\D/g, "").length;
    if (digits <= 3) return token;
    const counted =
      /(?:共|总[数计共]?|第|of|到|至|-|\/)\s*$/i.test(before) ||
      /^\s*(?:条|件|页|项|记录|items|results|entries|rows)/i.test(after);
    if (digits <= 6 && counted && /^[\d,]+$/.test(token)) return token;
    if (/^20\d\d$/.test(token) && /^\s*年/.test(after)) return token;
    return code(token);
  };

  const plain = (text: string): string => {
    let made = "";
    for (const { 0: token, index } of text.matchAll(TOKENS)) {
      const before = text.slice(Math.max(0, index - 4), index);
      const after = text.slice(index + token.length, index + token.length + 8);
      if (/^[\u4e00-\u9fff\u3400-\u4dbf]/.test(token)) made += han(token, before, after);
      else if (/^\d/.test(token) && !/[A-Za-z*＊]/.test(token))
        made += number(token, before, after);
      else if (/[A-Za-z*＊]/.test(token))
        made += isSafeLatin(token) || /^[*＊]+$/.test(token) ? token : code(token);
      else if (/\p{Nd}|\p{L}|\p{M}/u.test(token)) made += "x";
      else made += token;
    }
    return made;
  };

  const shifted = (piece: string, moment: string): string => {
    const day = parseDay(moment.slice(0, 10));
    if (day === undefined) return piece;
    const [year = "", month = "", date = ""] = isoDay(addDays(day, secret.days)).split("-");
    const like = (value: string, old: string) =>
      old.length === 1 ? String(Number(value)) : value.padStart(old.length, "0");
    const named = /[A-Za-z]{3,}/.exec(piece.replace(/[AP]M|UTC/gi, ""))?.[0];
    if (named !== undefined && MONTHS.includes(named.slice(0, 3).toLowerCase())) {
      const name = MONTHS[Number(month) - 1] ?? "";
      return piece
        .replace(named, name.charAt(0).toUpperCase() + name.slice(1))
        .replace(/(?<!\d)\d{1,2}(?!\d|:)/, (old) => like(date, old))
        .replace(/\d{4}/, year);
    }
    return piece
      .replace(
        /^(\D*)(\d{4})(\D{1,3})(\d{1,2})(\D{1,3})(\d{1,2})/,
        (_, lead: string, _y, a: string, m: string, b: string, d: string) =>
          `${lead}${year}${a}${like(month, m)}${b}${like(date, d)}`,
      )
      .replace(
        /^(\D*)(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4})(?!\d)/,
        (_, lead: string, x: string, a: string, y: string, b: string) => {
          const dayFirst =
            Number(x) === Number(moment.slice(8, 10)) &&
            (context.order === "day-first" || Number(y) !== Number(moment.slice(8, 10)));
          const [p, q] = dayFirst ? [date, month] : [month, date];
          return `${lead}${like(p, x)}${a}${like(q, y)}${b}${year}`;
        },
      )
      .replace(/^(\D*)(20\d{2})(\d{2})(\d{2})(?=\d{6}$|$)/, `$1${year}${month}${date}`)
      .replace(
        /^(\D*)(\d{1,2})(月|[-/])(\d{1,2})(?=日|号|\s|$)/,
        (_, lead: string, m: string, a: string, d: string) =>
          `${lead}${like(month, m)}${a}${like(date, d)}`,
      );
  };

  return {
    text(raw) {
      if (raw.trim() === "") return raw;
      const text = fold(raw);
      if (/^\s*1\d{12}\s*$/.test(text))
        return text.replace(/\d+/, (ms) => String(Number(ms) + secret.days * 86_400_000));
      const bare = /^\s*(0[1-9]|1[0-2])[-/.](0[1-9]|[12]\d|3[01])\s*$/.exec(text);
      const found = bare ? [] : findMoments(text, context);
      if (bare) return shifted(text, `2025-${bare[1]}-${bare[2]}`);
      let made = "";
      let done = 0;
      for (const { start, end, moment } of found) {
        const piece = text.slice(start, end);
        made += plain(text.slice(done, start)) + shifted(piece, moment);
        done = end;
      }
      return made + plain(text.slice(done));
    },
    identifier: (raw) =>
      raw.replace(/[A-Za-z]+|\d+|[^ -~]+/g, (part) => {
        if (/^\d/.test(part)) return part.length <= 3 ? part : code(part);
        if (!/^[A-Za-z]/.test(part)) return "x";
        const words = part.split(/(?=[A-Z][a-z])/);
        return words.map((word) => (isWidgetWord(word) ? word : code(word))).join("");
      }),
  };
}

/** A stream of numbers that only the secret tells. */
function randomOf(key: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) state = Math.imul(state ^ key.charCodeAt(i), 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const WIDGETS = new Set(
  `accordion actions active align alert app area arrow asc aside auto avatar badge bar base bd before after block body bold bootstrap border bottom box breadcrumb btn btns button buttons
card cards caret cascader cell cells center centre check checkbox checked child chip clear clearfix close closed cls clickable cnt col collapse cols column columns container content count crumb current
data datagrid date dd default desc dialog disabled display div dl dropdown dt easyui editor element empty end even expand expanded ext field fields filter fix fixed float flex flow foot footer form frame gird grid
group gutter has head header headers heading hidden hide hover icon icons img index info inline inner input item items label labels large layer layout layui left line link links list loading long main mask
max media menu message meta middle min mini miniui mobile modal more nav navbar next none normal num number odd open operation option order outer over overflow page pager pages pagination paging pane panel
picker placeholder plain pop popover popper popup position prefix pressed prev progress pull query radio read readonly ref resize result right role row rownumber rows scroll scrollable scrollbar search section select selected
selection separator shadow show side sidebar simple size slide small sort sortable sorter span spin split stage state static status step steps sticky striped stripe sub submit suffix switch tab table tables tabpane tabpanel tabs tag tags
tbody td text tfoot th thead thumb time timeline tip title toolbar tooltip top total tr transition tree treegrid triangle txt type upload value view virtual visible warn warp wrap wrapper wrapped zebra el ant ivu vxe van mui layui
jqgrid jqgh htable btable lockrow datatable datatables dataTable dataTables gridcell columnheader rowheader treeitem tabpanel tablist menuitem dialog listbox option button checkbox radio heading link navigation main banner complementary contentinfo
document presentation row rowgroup cell grid status alert true false both vertical horizontal ag ui ux js bs md sm lg xs xl iview avue ele k l grid2 view1 view2 detail details case process handle apply accept`.split(
    /\s+/,
  ),
);
const isWidgetWord = (word: string): boolean =>
  word.length <= 2 || WIDGETS.has(word.toLowerCase()) || isSafeLatin(word);
