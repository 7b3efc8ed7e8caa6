import { RouterProvider } from "./address/router.tsx";
import { CatalogueProvider } from "./catalogue.tsx";
import { LanguageProvider } from "./language.tsx";
import { PageView } from "./pages/PageView.tsx";
import { SessionProvider } from "./session.tsx";
import { Shell } from "./shell/Shell.tsx";

export function App() {
  return (
    <LanguageProvider>
      <SessionProvider>
        <RouterProvider>
          <CatalogueProvider>
            <Shell>
              <PageView />
            </Shell>
          </CatalogueProvider>
        </RouterProvider>
      </SessionProvider>
    </LanguageProvider>
  );
}
