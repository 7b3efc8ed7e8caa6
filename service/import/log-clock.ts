import { type Moment, momentOf } from "#shared/time/moment.ts";
import { type Instant, parseInstant } from "#shared/time/instant.ts";

const INSTANT =
  /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s*(Z|UTC|[+-]\d{2}:?\d{2})\s*$/;

/**
 * Instants with an offset (`2011-10-11 13:42:22.688000+02:00`) as moments of one clock: the offset that the file states first. A clock
 * that changes with summer time would make durations across the change an hour wrong; one fixed clock keeps every duration as it was.
 */
export function logClock(): { moment(text: string): Moment | undefined } {
  let offset: number | undefined;
  return {
    moment(text) {
      const found = INSTANT.exec(text);
      if (!found) return undefined;
      const [, date, time, seconds = ":00", , zone = "Z"] = found;
      const own = zone === "UTC" ? "Z" : zone;
      const at = parseInstant(`${date}T${time}${seconds}${own}`);
      if (at === undefined) return undefined;
      offset ??= offsetOf(own);
      // `momentOf` writes the wall clock of UTC+8
      return momentOf((at + offset - 8 * 3_600_000) as Instant);
    },
  };
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  const ms = (Number(found[2]) * 60 + Number(found[3])) * 60_000;
  return found[1] === "-" ? -ms : ms;
}
