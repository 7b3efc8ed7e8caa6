import { useEffect, useState } from "react";
import type { Strings } from "#shared/strings/strings.ts";
import { managedPolicy } from "../../managed.ts";
import { grant, isGranted } from "../../portal-access.ts";

/** Portals that the policy lists and nobody has granted yet: a browser grants only on a click, so one click grants all. */
export function ManagedPortals({ words: { panel } }: { words: Strings }) {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [done, setDone] = useState(false);
  useEffect(() => {
    const look = async () => {
      const { portals } = await managedPolicy();
      const granted = await Promise.all(portals.map(isGranted));
      setMissing(portals.filter((_, i) => !granted[i]));
    };
    void look();
  }, [done]);
  if (missing.length === 0)
    return done ? <p role="status">{panel.options.managedPortalsDone}</p> : null;
  return (
    <p id="managed-portals">
      <button type="button" className="main" onClick={() => void grant(...missing).then(setDone)}>
        {panel.options.managedPortals(missing.length)}
      </button>
    </p>
  );
}
