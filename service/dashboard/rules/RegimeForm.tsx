import type { Overlay } from "#shared/calendar/year.ts";
import type { PauseRule, Regime } from "#shared/limit/regime.ts";
import { useRuleWords } from "../language.tsx";
import { Choice, Tick, Words } from "./fields.tsx";
import { GroundList } from "./GroundList.tsx";
import { LengthFields } from "./LengthFields.tsx";
import { OfficeField } from "./OfficeField.tsx";
import { WarnFields } from "./WarnFields.tsx";

/** Every question on which supervision systems differ, one field each. */
export function RegimeForm({
  regime,
  overlays,
  change,
}: {
  regime: Regime;
  overlays: readonly Overlay[];
  change: (next: Regime) => void;
}) {
  const { fields, options } = useRuleWords();
  const set = (more: Partial<Regime>): void => change({ ...regime, ...more });
  const pause = (more: Partial<PauseRule>): void => set({ pauses: { ...regime.pauses, ...more } });
  const { name, calendar, pauses } = regime;
  return (
    <div className="editor-form">
      <Words label={fields.id} value={regime.id} set={(id) => set({ id })} />
      <Words label={fields.version} value={regime.version} set={(version) => set({ version })} />
      <Words
        label={fields.nameZh}
        value={name["zh-CN"]}
        set={(text) => set({ name: { ...name, "zh-CN": text } })}
      />
      <Words label={fields.nameEn} value={name.en} set={(en) => set({ name: { ...name, en } })} />
      <Choice
        label={fields.granularity}
        value={regime.granularity}
        options={options.granularity}
        set={(granularity) => set({ granularity })}
      />
      <Choice
        label={fields.endOfDay}
        value={regime.endOfDay}
        options={options.endOfDay}
        set={(endOfDay) => set({ endOfDay })}
      />
      <Choice
        label={fields.boundary}
        value={regime.boundary}
        options={options.boundary}
        set={(boundary) => set({ boundary })}
      />
      <Choice
        label={fields.immediate}
        value={regime.immediate}
        options={options.immediate}
        set={(immediate) => set({ immediate })}
      />
      <Tick
        label={fields.startDayCounts}
        value={regime.startDayCounts}
        set={(startDayCounts) => set({ startDayCounts })}
      />
      <Tick label={fields.rolls} value={regime.rolls} set={(rolls) => set({ rolls })} />
      <OfficeField hours={regime.officeHours} set={(officeHours) => set({ officeHours })} />
      <WarnFields label={fields.warn} warn={regime.warn} set={(warn) => set({ warn })} />
      <WarnFields
        label={fields.warnShort}
        warn={regime.warnShort}
        set={(warnShort) => set({ warnShort })}
      />
      <Choice
        label={fields.overlap}
        value={pauses.overlap}
        options={options.overlap}
        set={(overlap) => pause({ overlap })}
      />
      <Choice
        label={fields.cap}
        value={pauses.cap}
        options={options.cap}
        set={(cap) => pause({ cap })}
      />
      <Choice
        label={fields.sameDay}
        value={pauses.sameDay === 1 ? "1" : "0"}
        options={options.sameDay}
        set={(sameDay) => pause({ sameDay: sameDay === "1" ? 1 : 0 })}
      />
      <GroundList label={fields.stops} chosen={pauses.stops} set={(stops) => pause({ stops })} />
      <GroundList
        label={fields.stopsStatute}
        chosen={pauses.stopsStatute}
        set={(stopsStatute) => pause({ stopsStatute })}
      />
      <LengthFields lengths={regime.statutory} set={(statutory) => set({ statutory })} />
      <fieldset className="ticks">
        <legend>{fields.overlays}</legend>
        {overlays.map(({ id, name: called }) => (
          <Tick
            key={id}
            label={called}
            value={calendar.overlays.includes(id)}
            set={(on) =>
              set({
                calendar: {
                  ...calendar,
                  overlays: on
                    ? [...calendar.overlays, id]
                    : calendar.overlays.filter((each) => each !== id),
                },
              })
            }
          />
        ))}
      </fieldset>
    </div>
  );
}
