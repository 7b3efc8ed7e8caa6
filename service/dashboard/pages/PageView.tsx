import { useRouter } from "../address/router.tsx";
import { useCatalogue } from "../catalogue.tsx";
import { useBrings } from "../imports/useBrings.ts";
import { CasePage } from "./CasePage.tsx";
import { CasesPage } from "./CasesPage.tsx";
import { DevicesPage } from "./DevicesPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { ImportsPage } from "./ImportsPage.tsx";
import { MissingPage } from "./MissingPage.tsx";
import { PortalsPage } from "./PortalsPage.tsx";
import { ReportPage } from "./ReportPage.tsx";
import { RulePage } from "./RulePage.tsx";
import { RulesPage } from "./RulesPage.tsx";

export function PageView() {
  const { page } = useRouter();
  const { audits } = useCatalogue();
  const brings = useBrings();
  if (page.name === "rules") return <RulesPage />;
  if (page.name === "rule") return <RulePage key={page.id} id={page.id} />;
  if (page.name === "portals") return <PortalsPage />;
  if (page.name === "imports") return brings ? <ImportsPage /> : <MissingPage />;
  if (!audits) return <DevicesPage />;
  switch (page.name) {
    case "home":
      return <HomePage />;
    case "report":
      return <ReportPage key={page.id} id={page.id} />;
    case "cases":
      return <CasesPage />;
    case "case":
      return <CasePage key={page.key} caseKey={page.key} />;
    case "devices":
      return <DevicesPage />;
    case "missing":
      return <MissingPage />;
  }
}
