import type { PlaceTimes } from "./case-set.ts";
import { LEFT, LOOKED, UNKNOWN } from "./column-names.ts";
import { Durations } from "./count-seconds.ts";
import type { MomentTable } from "./moment-table.ts";

interface Place {
  stays: Durations;
  waits: Durations;
}

export function placesOf({ columns }: MomentTable, rows: Uint32Array): PlaceTimes[] {
  const { cases, stays, words } = columns;
  const none = words.find("") ?? -1;
  const found: (Place | undefined)[][] = [];
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    const first = cases.stays[row] ?? 0;
    const end = first + (cases.stayCount[row] ?? 0);
    for (let i = first; i < end; i++) {
      const flags = stays.flags[i] ?? 0;
      if ((flags & LOOKED) !== 0) continue;
      const named = stays.department[i] ?? 0;
      const department = named === none ? (cases.department[row] ?? 0) : named;
      const own = (found[department] ??= []);
      const place = (own[stays.step[i] ?? 0] ??= {
        stays: new Durations(),
        waits: new Durations(),
      });
      const net = stays.net[i] ?? UNKNOWN;
      if (net !== UNKNOWN) place.stays.addSeconds(net, (flags & LEFT) !== 0, 0);
      const gap = stays.gap[i] ?? UNKNOWN;
      if (gap !== UNKNOWN) place.waits.addSeconds(gap, true, 0);
    }
  }
  return found.flatMap((own, department) =>
    own.flatMap((place, step) =>
      place
        ? {
            department: words.at(department),
            step: words.at(step),
            stays: place.stays.counts(),
            waits: place.waits.counts(),
          }
        : [],
    ),
  );
}
