import type { Timeline } from "#shared/case/timeline.ts";
import { type Clock, clocks } from "#shared/limit/clocks.ts";
import type { Point } from "#shared/limit/due.ts";
import { levelAt, levels } from "#shared/limit/levels.ts";
import type { World } from "#shared/limit/verdict.ts";
import type { Language } from "#shared/strings/strings.ts";
import type { CaseDetail } from "./shapes/case.ts";

/** Every clock of a case with where it stands, and the degree of lateness that the regime has a word for. */
export function caseClocksOf(t: Timeline, world: World, language: Language): CaseDetail["clocks"] {
  const all = clocks(t, world);
  const pointOf = (name: Clock["name"]): Point | undefined => {
    const due = all.find((clock) => clock.name === name)?.due;
    return due?.kind === "at" ? due : undefined;
  };
  const [promise, statute] = [pointOf("promise"), pointOf("statute")];
  return all.map((clock) => {
    const { name, due, ended } = clock;
    const reached = levels(
      name,
      {
        ...(promise && { promise }),
        ...(statute && { statute }),
        ...(due.kind === "at" && { own: due }),
      },
      world,
    );
    const level = ended === undefined ? levelAt(reached, world.at) : undefined;
    return {
      name,
      of: clock.of ?? null,
      start: clock.start,
      limit: clock.limit ?? null,
      source: clock.source,
      due: due.kind === "at" ? due.moment : null,
      range:
        due.kind === "between"
          ? {
              earliest: due.earliest.moment,
              ...(due.latest && { latest: due.latest.moment }),
            }
          : null,
      ended: ended ?? null,
      state: clock.state,
      level: level ? level.name[language] : null,
    };
  });
}
