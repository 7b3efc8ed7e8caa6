import { useState } from "react";
import type { CaseFacts } from "#shared/case/observation.ts";
import type { CaseDetail, Sighting } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { instantText, number } from "../ui/format.ts";
import { Icon } from "../ui/Icon.tsx";
import { Section } from "../ui/Section.tsx";
import { type FactField, useFactWords } from "./factText.ts";

/** What the portal's page said at each look, in order, with every change since the look before pointed out. */
export function CaseSightings({ detail }: { detail: CaseDetail }) {
  const words = useWords().case;
  const { sightings } = detail;
  return (
    <Section title={words.sightings} lead={words.sightingsLead}>
      <ol className="sightings">
        {sightings.map((sighting, index) => (
          <SightingView
            key={`${sighting.device} ${sighting.at} ${index}`}
            sighting={sighting}
            before={sightings[index - 1]?.facts}
          />
        ))}
      </ol>
    </Section>
  );
}

function SightingView({ sighting, before }: { sighting: Sighting; before: CaseFacts | undefined }) {
  const words = useWords().case;
  const { factText, fieldName, whyText } = useFactWords();
  const { at, lastAt, times, look } = sighting;
  const fields = Object.keys(sighting.facts) as FactField[];
  const [whole, setWhole] = useState(before === undefined);
  const lines = fields.flatMap((field) => {
    const text = factText(sighting.facts, field);
    if (text === undefined) return [];
    const was = before && factText(before, field);
    return [
      { field, text, same: was === text, was: was !== undefined && was !== text ? was : undefined },
    ];
  });
  const same = lines.filter((line) => line.same).length;
  const nothingNew = same === lines.length && sighting.unreadable.length === 0;
  return (
    <li className="sighting">
      <header>
        <b>
          {times === 1
            ? words.seenAt(instantText(at))
            : words.seenUntil(instantText(at), instantText(lastAt), number(times))}
        </b>
        {lines.some(({ was }) => was !== undefined) && (
          <span className="tag">
            <Icon name="differ" />
            <span>{words.changed}</span>
          </span>
        )}
        <p className="faint">
          {[
            words.by(sighting.device, sighting.unit.name),
            ...(look ? [words.page(look.portal, look.view), words.reader(look.reader)] : []),
            words.received(instantText(sighting.receivedAt)),
          ].join(" · ")}
        </p>
      </header>
      <dl className="facts facts-tight">
        {nothingNew && !whole && <p className="faint no-print">{words.unchanged}</p>}
        {lines.map(({ field, text, same: asBefore, was }) => (
          <div
            key={field}
            className={[
              was === undefined ? "fact" : "fact fact-changed",
              asBefore && !whole ? "only-print" : "",
            ].join(" ")}
          >
            <dt>{fieldName(field)}</dt>
            <dd>
              {text}
              {was !== undefined && <small className="under warn">{words.was(was)}</small>}
            </dd>
          </div>
        ))}
        {sighting.unreadable.map(({ field, why }) => (
          <div key={`${field} ${why}`} className="fact">
            <dt>{fieldName(field)}</dt>
            <dd className="faint">{whyText(why)}</dd>
          </div>
        ))}
      </dl>
      {!whole && same > 0 && (
        <button type="button" className="quiet no-print" onClick={() => setWhole(true)}>
          {words.sameFields(same)}
        </button>
      )}
    </li>
  );
}
