import type { PortalState } from "../../routes/shapes/portal-state.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useWords } from "../language.tsx";
import { instantText, number } from "../ui/format.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { Section } from "../ui/Section.tsx";
import { Waiting } from "../ui/Waiting.tsx";

const DAYS = 90;
const LOOK: Record<PortalState["state"], { icon: IconName; mark: string }> = {
  broken: { icon: "alert", mark: "overdue" },
  partly: { icon: "question", mark: "unknown" },
  read: { icon: "check", mark: "on-time" },
};

/** Every page of every portal: broken ones first, with the last look that was right. */
export function PortalStates() {
  const words = useWords().portals;
  const answer = useAnswer<{ portals: PortalState[] }>(`/v1/portals?days=${DAYS}`);
  return (
    <Section title={words.states} lead={words.statesLead(DAYS)}>
      <Waiting answer={answer}>
        {({ portals }) =>
          portals.length === 0 ? (
            <p className="notice">{words.noStates}</p>
          ) : (
            <Table all={portals} />
          )
        }
      </Waiting>
    </Section>
  );
}

function Table({ all }: { all: readonly PortalState[] }) {
  const words = useWords().portals;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.states}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.page}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.lastGood}</th>
            <th scope="col">{words.lastBroken}</th>
            <th scope="col">{words.lastLook}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((each) => (
            <Row key={`${each.portal} ${each.view}`} page={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ page }: { page: PortalState }) {
  const words = useWords().portals;
  const { portal, view, state, devices, brokenDevices, looks, lastGood, lastBroken } = page;
  const { icon, mark } = LOOK[state];
  return (
    <tr data-state={state}>
      <th scope="row">
        {portal}
        <small className="faint under">{view}</small>
      </th>
      <td>
        <span className={`mark mark-${mark}`}>
          <Icon name={icon} />
          <span>{words.stateName[state]}</span>
        </span>
        <small className="under">
          {brokenDevices > 0
            ? words.brokenOn(brokenDevices, devices)
            : words.seenBy(devices, number(looks))}
        </small>
      </td>
      <td className="date">
        {lastGood === null ? (
          <span className="faint">{words.neverGood}</span>
        ) : (
          <>
            {instantText(lastGood.at)}
            <small>{words.goodLook(lastGood.cases, lastGood.total)}</small>
          </>
        )}
      </td>
      <td className="date">
        {lastBroken !== null && (
          <>
            {instantText(lastBroken.at)}
            <small>
              {[
                ...lastBroken.why.map((why) => words.whys[why] ?? why),
                words.reader(lastBroken.reader),
              ].join(" · ")}
            </small>
          </>
        )}
      </td>
      <td className="date">{instantText(page.lastLookAt)}</td>
    </tr>
  );
}
