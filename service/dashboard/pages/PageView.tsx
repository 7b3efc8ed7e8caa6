import { useRouter } from "../address/router.tsx";
import { useCatalogue } from "../catalogue.tsx";
import { useBrings } from "../imports/useBrings.ts";
import { mayOpen } from "../shell/mayOpen.ts";
import { useSession } from "../session.tsx";
import { AccountPage } from "./AccountPage.tsx";
import { AuditPage } from "./AuditPage.tsx";
import { CasePage } from "./CasePage.tsx";
import { CasesPage } from "./CasesPage.tsx";
import { DevicesPage } from "./DevicesPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { ImportsPage } from "./ImportsPage.tsx";
import { MissingPage } from "./MissingPage.tsx";
import { ObservationsPage } from "./ObservationsPage.tsx";
import { PortalsPage } from "./PortalsPage.tsx";
import { TokensPage } from "./TokensPage.tsx";
import { UnitsPage } from "./UnitsPage.tsx";
import { UsersPage } from "./UsersPage.tsx";
import { ReportPage } from "./ReportPage.tsx";
import { RulePage } from "./RulePage.tsx";
import { RulesPage } from "./RulesPage.tsx";

export function PageView() {
  const { page } = useRouter();
  const { audits } = useCatalogue();
  const brings = useBrings();
  const { me } = useSession();
  if (!mayOpen(me, page.name) && me.role === "security-admin")
    return me.person ? <UsersPage /> : <MissingPage />;
  if (page.name === "account" && me.person) return <AccountPage />;
  if (page.name === "users") return <UsersPage />;
  if (page.name === "tokens") return <TokensPage />;
  if (page.name === "units" && mayOpen(me, "units")) return <UnitsPage />;
  if (page.name === "audit" && mayOpen(me, "audit")) return <AuditPage />;
  if (page.name === "observations" && mayOpen(me, "observations")) return <ObservationsPage />;
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
    default:
      return <MissingPage />;
  }
}
