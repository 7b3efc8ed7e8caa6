import { useCatalogue } from "../catalogue.tsx";
import { DeviceList } from "../devices/DeviceList.tsx";
import { Enrolment } from "../devices/Enrolment.tsx";
import { useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { instantText } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";

export function DevicesPage() {
  const words = useWords().devices;
  const { me } = useSession();
  const { units } = useCatalogue();
  usePageTitle(words.title);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      {["system-admin", "supervisor", "observer"].includes(me.role) ? (
        <>
          <Enrolment />
          <DeviceList />
        </>
      ) : (
        <p className="notice">{words.adminOnly}</p>
      )}
      <Section title={words.byUnit}>
        <div className="table-box" tabIndex={0} role="region" aria-label={words.byUnit}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col" className="figure">
                  {words.devicesOf}
                </th>
                <th scope="col">{words.lastSeen}</th>
              </tr>
            </thead>
            <tbody>
              {units.map(({ id, name, depth, devices, lastSeenAt }) => (
                <tr key={id}>
                  <th scope="row" style={{ paddingLeft: 12 + depth * 18 }}>
                    {name}
                  </th>
                  <td className="figure">{devices}</td>
                  <td className="date">
                    {lastSeenAt === null ? (
                      <span className="faint">{words.never}</span>
                    ) : (
                      instantText(lastSeenAt)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </article>
  );
}
