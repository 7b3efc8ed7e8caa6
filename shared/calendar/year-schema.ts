import { z } from "zod";
import { day, parseDay, weekday, yearOf } from "../time/day.ts";
import type { CalendarYear, Overlay } from "./year.ts";

/**
 * A year or an overlay that arrives as a file (an office without internet imports the new notice from a USB stick). Kept apart from
 * the calendar itself, so that the page carries no validator.
 */
const iso = z.string().refine((day) => parseDay(day) !== undefined, {
  error: "不是存在的日期。not a day that exists",
  abort: true,
});
const text = z.string().trim().min(1).max(200);

const notice = z
  .strictObject({
    title: text,
    number: text.optional(),
    published: iso,
    address: z.url().max(500),
    off: z.array(z.tuple([text, iso, iso])).max(60),
    makeUp: z.array(z.tuple([text, iso])).max(60),
  })
  .superRefine((n, context) => {
    const say = (message: string): void => context.addIssue({ code: "custom", message });
    for (const [name, first, last] of n.off) {
      if (first > last) say(`${name}：${last} 早于 ${first}。${name}: ${last} is before ${first}`);
      else if (day(last) - day(first) > 30)
        say(`${name}：假期超过一个月。${name}: a break of more than a month`);
    }
    for (const [name, d] of n.makeUp) {
      if (weekday(day(d)) < 6)
        say(
          `${name}：${d} 不是休息日，不能作为调休上班日。${name}: ${d} is no rest day, so it cannot be worked for another`,
        );
      if (n.off.some(([, first, last]) => first <= d && d <= last))
        say(`${name}：${d} 既放假又上班。${name}: ${d} is both off and worked`);
    }
  });

export const calendarYear = z
  .strictObject({ year: z.int().min(1990).max(2100), notices: z.array(notice).min(1).max(10) })
  .superRefine(({ year, notices }, context) => {
    const days = notices.flatMap((n) => [
      ...n.off.flatMap(([, first, last]) => [first, last]),
      ...n.makeUp.map(([, d]) => d),
    ]);
    for (const d of days)
      if (yearOf(day(d)) !== year && !d.startsWith(`${year - 1}-12-`))
        context.addIssue({
          code: "custom",
          message: `所列日期不属于 ${year} 年的安排：${d}。${d} does not belong to the notice for ${year}`,
        });
  }) satisfies z.ZodType<CalendarYear>;

export const overlay = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: text,
  years: z.array(calendarYear).min(1).max(60),
}) satisfies z.ZodType<Overlay>;
