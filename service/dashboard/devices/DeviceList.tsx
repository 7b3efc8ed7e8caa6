import type { DeviceList as Answer } from "../../routes/shapes/access.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { Icon } from "../ui/Icon.tsx";
import { Section } from "../ui/Section.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { DeviceTools } from "./DeviceTools.tsx";
import { type Device, useFaults } from "./useFaults.ts";

/** Each browser with what keeps its records from being complete; those with something wrong come first. */
export function DeviceList() {
  const words = useWords().devices;
  const answer = useAnswer<Answer>("/v1/devices");
  return (
    <Section title={words.list} lead={words.listLead}>
      <Waiting answer={answer}>
        {({ devices }) =>
          devices.length === 0 ? (
            <p className="notice">{words.none}</p>
          ) : (
            <Table all={devices} changed={answer.again} />
          )
        }
      </Waiting>
    </Section>
  );
}

function Table({ all, changed }: { all: readonly Device[]; changed(): void }) {
  const words = useWords().devices;
  const faultsOf = useFaults();
  const rows = all
    .map((device) => ({ device, faults: faultsOf(device) }))
    .sort((a, b) => rank(a) - rank(b));
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.list}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.lastSeen}</th>
            <th scope="col">{words.enrolledAt}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ device, faults }) => (
            <tr key={device.id} data-device={device.id}>
              <th scope="row">
                {device.name || device.id}
                {device.name !== "" && <small className="faint under">{device.id}</small>}
              </th>
              <td>{device.unit.path}</td>
              <td>
                <Condition device={device} faults={faults} />
              </td>
              <td className="date">
                {device.lastSeenAt === null ? "" : instantText(device.lastSeenAt)}
              </td>
              <td className="date">{instantText(device.enrolledAt)}</td>
              <td>
                <DeviceTools device={device} changed={changed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rank = ({ device, faults }: { device: Device; faults: readonly string[] }): number =>
  device.revokedAt !== null ? 2 : faults.length > 0 ? 0 : 1;

function Condition({ device, faults }: { device: Device; faults: readonly string[] }) {
  const words = useWords().devices;
  if (faults.length === 0)
    return device.revokedAt !== null ? (
      <span className="faint">{words.revoked(instantText(device.revokedAt))}</span>
    ) : (
      <span className="mark mark-on-time">
        <Icon name="check" />
        <span>{words.fine}</span>
      </span>
    );
  return (
    <ul className="faults">
      {device.revokedAt !== null && <li>{words.revoked(instantText(device.revokedAt))}</li>}
      {faults.map((fault) => (
        <li key={fault}>
          <Icon name="alert" /> <span>{fault}</span>
        </li>
      ))}
    </ul>
  );
}
