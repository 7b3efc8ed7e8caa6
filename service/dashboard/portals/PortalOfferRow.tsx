import { useState } from "react";
import type { PortalOffer } from "../../routes/shapes/portal-file.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import type { Decide } from "./PortalFiles.tsx";
import { PortalFileContent } from "./PortalFileContent.tsx";

const LOOK: Record<PortalOffer["state"], { icon: IconName; mark: string }> = {
  offered: { icon: "clock", mark: "due-soon" },
  active: { icon: "check", mark: "on-time" },
  replaced: { icon: "circle", mark: "unknown" },
  refused: { icon: "cross", mark: "unknown" },
  off: { icon: "pause", mark: "paused" },
};

/** One offered version of one file. */
export function PortalOfferRow({
  offer,
  decide,
  busy,
}: {
  offer: PortalOffer;
  decide: Decide | null;
  busy: boolean;
}) {
  const words = useWords().portals;
  const { file, revision, state, unit, offeredAt, offeredBy, activeIn, decisions } = offer;
  const { icon, mark } = LOOK[state];
  return (
    <tr data-revision={revision} data-state={state}>
      <th scope="row">
        {file.name ?? [...new Set(file.matches.map(({ host }) => host))].join("、")}
        <small className="faint under">
          {words.version(file.version, revision)}，{words.verified(file.verifiedOn)}
        </small>
        <details>
          <summary>{words.content}</summary>
          <PortalFileContent file={file} />
        </details>
      </th>
      <td className="date">
        {instantText(offeredAt)}
        <small>{words.offeredBy(offeredBy.name || offeredBy.id, unit.path)}</small>
      </td>
      <td>
        <span className={`mark mark-${mark}`}>
          <Icon name={icon} />
          <span>{words.offerState[state]}</span>
        </span>
        {activeIn.length > 0 && (
          <small className="under">
            {words.activeIn(activeIn.map(({ path }) => path).join("、"))}
          </small>
        )}
        {decisions.length > 0 && (
          <details>
            <summary>{words.history}</summary>
            <ol className="plain">
              {decisions.map(({ decision, unit: where, at, by }) => (
                <li key={at + decision}>
                  {instantText(at)}{" "}
                  {words.decided[decision]?.(by.name || by.id || words.someone, where.path)}
                </li>
              ))}
            </ol>
          </details>
        )}
      </td>
      {decide && (
        <td>
          <Decision offer={offer} decide={decide} busy={busy} />
        </td>
      )}
    </tr>
  );
}

function Decision({ offer, decide, busy }: { offer: PortalOffer; decide: Decide; busy: boolean }) {
  const words = useWords().portals;
  const { units } = useCatalogue();
  const { revision, state } = offer;
  // where it is in effect it is switched off; a colleague's offer is meant for all whom one looks after
  const first = state === "active" ? offer.activeIn[0]?.id : units[0]?.id;
  const [unit, setUnit] = useState(first ?? offer.unit.id);
  return (
    <div className="decision">
      <label>
        <span className="unseen">{words.unit}</span>
        <select value={unit} onChange={(event) => setUnit(Number(event.target.value))}>
          {units.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {"　".repeat(depth) + name}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={busy}
        className="primary"
        onClick={() => decide({ revision, decision: "accept", unit })}
      >
        {words.accept}
      </button>
      {state === "active" ? (
        <button
          type="button"
          disabled={busy}
          onClick={() => decide({ revision, decision: "off", unit })}
        >
          {words.off}
        </button>
      ) : (
        state === "offered" && (
          <button
            type="button"
            disabled={busy}
            onClick={() => decide({ revision, decision: "refuse", unit: offer.unit.id })}
          >
            {words.refuse}
          </button>
        )
      )}
    </div>
  );
}
