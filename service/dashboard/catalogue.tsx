import { type ReactNode, createContext, useContext, useMemo } from "react";
import { READERS } from "../access/roles.ts";
import type { UnitList } from "../routes/shapes/access.ts";
import type { ReportSummary } from "../routes/shapes/report.ts";
import { useAnswer } from "./api/useAnswer.ts";
import { useSession } from "./session.tsx";
import { Loading } from "./ui/Waiting.tsx";
import { ProblemNotice } from "./ui/ProblemNotice.tsx";

interface Catalogue {
  units: UnitList["units"];
  reports: readonly ReportSummary[];
  /** whether reports and cases may be seen at all */
  audits: boolean;
}

const CatalogueContext = createContext<Catalogue | null>(null);

/** The units and reports that this auditor has, asked for once. */
export function CatalogueProvider({ children }: { children: ReactNode }) {
  const units = useAnswer<UnitList>("/v1/units");
  const { me } = useSession();
  // an administrator enrols and looks after units; reports and cases are the auditors'
  const audits = READERS.some((role) => role === me.role);
  const reports = useAnswer<{ reports: ReportSummary[] }>(audits ? "/v1/reports" : null);
  const catalogue = useMemo(
    () =>
      units.data && (reports.data || !audits)
        ? { units: units.data.units, reports: reports.data?.reports ?? [], audits }
        : null,
    [units.data, reports.data, audits],
  );
  const problem = units.problem ?? reports.problem;
  if (problem !== null) {
    const again = (): void => {
      units.again();
      reports.again();
    };
    return (
      <main className="alone">
        <ProblemNotice problem={problem} again={again} />
      </main>
    );
  }
  if (catalogue === null)
    return (
      <main className="alone">
        <Loading />
      </main>
    );
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>;
}

export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (catalogue === null) throw new Error("useCatalogue needs a CatalogueProvider above it");
  return catalogue;
}
