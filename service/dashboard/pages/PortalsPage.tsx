import { useBrings } from "../imports/useBrings.ts";
import { useWords } from "../language.tsx";
import { PortalFiles } from "../portals/PortalFiles.tsx";
import { PortalStates } from "../portals/PortalStates.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";

export function PortalsPage() {
  const words = useWords().portals;
  const brings = useBrings();
  usePageTitle(words.title);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      <PortalStates />
      {brings && <PortalFiles />}
    </article>
  );
}
