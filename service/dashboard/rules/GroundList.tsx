import { EVERY_GROUND } from "#shared/limit/grounds.ts";
import type { PauseRule } from "#shared/limit/regime.ts";
import { strings } from "#shared/strings/strings.ts";
import { useLanguage } from "../language.tsx";
import { Tick } from "./fields.tsx";

/** Which grounds stop a clock: those of 行政许可法 45 first, then what systems pause for besides. */
export function GroundList({
  label,
  chosen,
  set,
}: {
  label: string;
  chosen: PauseRule["stops"];
  set: (grounds: PauseRule["stops"]) => void;
}) {
  const { ground: names } = strings(useLanguage().language).proof;
  return (
    <fieldset className="ticks">
      <legend>{label}</legend>
      {EVERY_GROUND.map((ground) => (
        <Tick
          key={ground}
          label={names[ground]}
          value={chosen.includes(ground)}
          set={(on) => set(EVERY_GROUND.filter((g) => (g === ground ? on : chosen.includes(g))))}
        />
      ))}
    </fieldset>
  );
}
