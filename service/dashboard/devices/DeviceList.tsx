import { useAnswer } from "../api/useAnswer.ts";
import { useWords } from "../language.tsx";
import { instantText, number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { Waiting } from "../ui/Waiting.tsx";

export interface DeviceLine {
  id: string;
  name: string;
  unit: { id: number; name: string; path: string };
  lastSeenAt: string | null;
  highWater: number;
  /** missing runs of sequence numbers, inclusive */
  gaps: [number, number][];
  revokedAt: string | null;
}

/** Every enrolled browser with what is missing of its records: a gap is told, never smoothed over. */
export function DeviceList() {
  const words = useWords().devices;
  const answer = useAnswer<{ devices: DeviceLine[] }>("/v1/devices");
  // a service without this list answers 404: the table by unit above then stands alone
  if (answer.problem?.status === 404) return null;
  return (
    <Section title={words.list}>
      <Waiting answer={answer}>
        {({ devices }) =>
          devices.length === 0 ? (
            <p className="faint">{words.none}</p>
          ) : (
            <div className="table-box" tabIndex={0} role="region" aria-label={words.list}>
              <table className="data">
                <thead>
                  <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col">{words.unit}</th>
                    <th scope="col">{words.lastSeen}</th>
                    <th scope="col" className="figure">
                      {words.highWater}
                    </th>
                    <th scope="col">{words.gaps}</th>
                  </tr>
                </thead>
                <tbody>
                  {devices.map((device) => (
                    <tr key={device.id}>
                      <th scope="row">
                        {device.name}
                        {device.revokedAt !== null && (
                          <small className="under warn">{words.revoked}</small>
                        )}
                      </th>
                      <td>{device.unit.path}</td>
                      <td className="date">
                        {device.lastSeenAt === null ? words.never : instantText(device.lastSeenAt)}
                      </td>
                      <td className="figure">{number(device.highWater)}</td>
                      <td className={device.gaps.length > 0 ? "warn" : "faint"}>
                        {device.gaps.length === 0
                          ? words.noGaps
                          : device.gaps
                              .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
                              .join("、")}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Waiting>
    </Section>
  );
}
