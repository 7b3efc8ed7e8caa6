import { type ReactNode, useEffect, useRef } from "react";
import { useRouter } from "../address/router.tsx";
import { useCatalogue } from "../catalogue.tsx";
import { useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Navigation } from "./Navigation.tsx";

/** What stays while pages change. The focus goes to the new page's start, as it would after a real page load. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords();
  const { me, signOut } = useSession();
  const { page } = useRouter();
  const main = useRef<HTMLElement>(null);
  const here = JSON.stringify(page);
  const before = useRef(here);
  useEffect(() => {
    if (before.current !== here) main.current?.focus({ preventScroll: true });
    before.current = here;
  }, [here]);
  const { audits } = useCatalogue();
  const filtered =
    audits && (page.name === "home" || page.name === "report" || page.name === "cases");
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <p className="brand">
          <b>{words.product}</b>
          <span>{words.tagline}</span>
        </p>
        <div className="top-end">
          {me.person ? (
            <a className="who" href="/account">
              {words.shell.signedInAs(me.name, me.unit.path)}
            </a>
          ) : (
            <span className="who">{words.shell.signedInAs(me.name, me.unit.path)}</span>
          )}
          <LanguageSwitch />
          <button type="button" className="quiet" onClick={signOut}>
            {words.shell.signOut}
          </button>
        </div>
      </header>
      <Navigation />
      <main id="content" ref={main} tabIndex={-1}>
        {filtered && <FilterBar />}
        {children}
      </main>
    </div>
  );
}
