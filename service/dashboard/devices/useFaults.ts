import type { DeviceList } from "../../routes/shapes/access.ts";
import { useWords } from "../language.tsx";
import { number } from "../ui/format.ts";

export type Device = DeviceList["devices"][number];

/** A holiday week with its weekends is no fault of a window. */
const SILENT_DAYS = 10;
const RUNS_SHOWN = 5;

/** What is wrong with a device, as sentences; none: nothing that is known. */
export function useFaults(): (device: Device) => string[] {
  const words = useWords().devices;
  const long = (ms: number): string => {
    const minutes = Math.round(Math.abs(ms) / 60_000);
    if (minutes < 120) return words.minutes(minutes);
    return minutes < 48 * 60
      ? words.hoursLong(Math.round(minutes / 60))
      : words.daysLong(Math.round(minutes / 1440));
  };
  return (device) => {
    const { silentDays, lastSeenAt, gaps, missing, clockWrong, clockOffsetMs } = device;
    const faults: string[] = [];
    if (silentDays !== null && silentDays >= SILENT_DAYS)
      faults.push(lastSeenAt === null ? words.neverSent : words.silent(silentDays));
    if (missing > 0) {
      const runs = gaps
        .slice(0, RUNS_SHOWN)
        .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
      if (gaps.length > RUNS_SHOWN) runs.push("…");
      faults.push(words.missing(number(missing), runs.join("、")));
    }
    if (clockWrong && clockOffsetMs !== null)
      faults.push(
        clockOffsetMs > 0
          ? words.clockFast(long(clockOffsetMs))
          : words.clockSlow(long(clockOffsetMs)),
      );
    if (device.conflicts > 0) faults.push(words.conflicts(number(device.conflicts)));
    if (device.refused > 0) faults.push(words.refused(number(device.refused)));
    return faults;
  };
}
