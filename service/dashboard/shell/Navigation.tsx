import { Fragment } from "react";
import type { ReportSummary } from "../../routes/shapes/report.ts";
import { Link, useRouter } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useBrings } from "../imports/useBrings.ts";
import { useAccountWords, useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { mayOpen } from "./mayOpen.ts";

/** Every link carries the filters along, so that a change of page is not a change of what is counted. */
export function Navigation() {
  const words = useWords().shell;
  const { page } = useRouter();
  const { at } = useFilters();
  const brings = useBrings();
  const { audits, reports } = useCatalogue();
  const { me } = useSession();
  const people = useAccountWords();
  const aboutRules = page.name === "rules" || page.name === "rule";
  return (
    <nav className="side" aria-label={words.navigation}>
      {audits && (
        <>
          <ul>
            <Item to={at({ name: "home" })} current={page.name === "home"} name={words.home} />
          </ul>
          {groupsOf(reports).map(([group, own]) => (
            <Fragment key={group}>
              <h2>{group}</h2>
              <ul>
                {own.map(({ id, title }) => (
                  <Item
                    key={id}
                    to={at({ name: "report", id })}
                    current={page.name === "report" && page.id === id}
                    name={title}
                  />
                ))}
              </ul>
            </Fragment>
          ))}
          <h2>{words.evidence}</h2>
        </>
      )}
      <ul>
        {audits && (
          <Item
            to={at({ name: "cases" })}
            current={page.name === "cases" || page.name === "case"}
            name={words.cases}
          />
        )}
        {mayOpen(me, "portals") && (
          <Item
            to={at({ name: "portals" })}
            current={page.name === "portals"}
            name={words.portals}
          />
        )}
        {brings && (
          <Item
            to={at({ name: "imports" })}
            current={page.name === "imports"}
            name={words.imports}
          />
        )}
        {mayOpen(me, "devices") && (
          <Item
            to={at({ name: "devices" })}
            current={page.name === "devices" || (!audits && !OPERATED.includes(page.name))}
            name={words.devices}
          />
        )}
        {mayOpen(me, "rules") && (
          <Item to={at({ name: "rules" })} current={aboutRules} name={words.rules} />
        )}
        {(["observations", "units", "users", "tokens", "audit"] as const)
          .filter((name) => mayOpen(me, name))
          .map((name) => (
            <Item
              key={name}
              to={at({ name })}
              current={page.name === name}
              name={people[name].title}
            />
          ))}
      </ul>
    </nav>
  );
}

/** Reports under their heads, both in the order in which the service offers them. */
function groupsOf(reports: readonly ReportSummary[]): [string, ReportSummary[]][] {
  const groups = new Map<string, ReportSummary[]>();
  for (const report of reports)
    groups.set(report.group, [...(groups.get(report.group) ?? []), report]);
  return [...groups];
}

/** Pages of an administrator beside the one about devices. */
const OPERATED: readonly string[] = [
  "portals",
  "imports",
  "rules",
  "rule",
  "units",
  "account",
  "observations",
];

function Item({ to, current, name }: { to: string; current: boolean; name: string }) {
  return (
    <li>
      <Link to={to} current={current}>
        {name}
      </Link>
    </li>
  );
}
