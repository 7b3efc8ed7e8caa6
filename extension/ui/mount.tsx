import "../old-browsers.ts";
import { type ComponentType, StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { type Language, type Strings, strings } from "#shared/strings/strings.ts";
import { language } from "../settings/settings.ts";
import "./panel.css";

/** Draws one of the extension's own pages in the chosen language, and again when it is changed. */
export function mount(Page: ComponentType<{ words: Strings; lang: Language }>): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  createRoot(root).render(
    <StrictMode>
      <InLanguage page={Page} />
    </StrictMode>,
  );
}

function InLanguage({ page: Page }: { page: ComponentType<{ words: Strings; lang: Language }> }) {
  const [lang, setLang] = useState<Language>();
  useEffect(() => {
    void language.getValue().then(setLang);
    return language.watch(setLang);
  }, []);
  useEffect(() => {
    if (lang) document.documentElement.lang = lang;
  }, [lang]);
  return lang ? <Page words={strings(lang)} lang={lang} /> : null;
}
