import type { ReactNode } from "react";
import { RouterProvider } from "./address/router.tsx";
import { CatalogueProvider } from "./catalogue.tsx";
import { LanguageProvider } from "./language.tsx";
import { AccountPage } from "./pages/AccountPage.tsx";
import { PageView } from "./pages/PageView.tsx";
import { SessionProvider, useSession } from "./session.tsx";
import { OneTimeLink } from "./sign-in/OneTimeLink.tsx";
import { Shell } from "./shell/Shell.tsx";

export function App() {
  // a one-time link is for whoever has no account yet, whoever is signed in here
  const link = ["/setup", "/invitation"].indexOf(location.pathname);
  if (link >= 0)
    return (
      <LanguageProvider>
        <OneTimeLink first={link === 0} />
      </LanguageProvider>
    );
  return (
    <LanguageProvider>
      <SessionProvider>
        <SettledFirst>
          <RouterProvider>
            <CatalogueProvider>
              <Shell>
                <PageView />
              </Shell>
            </CatalogueProvider>
          </RouterProvider>
        </SettledFirst>
      </SessionProvider>
    </LanguageProvider>
  );
}

/** Whoever owes the second factor sets it up before anything else can be asked for. */
function SettledFirst({ children }: { children: ReactNode }) {
  const { me, refresh } = useSession();
  if (!me.owesSecondFactor) return children;
  return (
    <main className="alone">
      <AccountPage settled={refresh} />
    </main>
  );
}
