import { type ReactNode, createContext, useContext, useEffect, useMemo, useState } from "react";
import { type Language, type Strings, LANGUAGES, strings } from "#shared/strings/strings.ts";

interface LanguageState {
  language: Language;
  setLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageState | null>(null);
const KEPT = "shixian.language";

/** A choice of the reader, not of the view: it stays with the browser and never enters a link. */
function remembered(): Language {
  try {
    return LANGUAGES.find((each) => each === localStorage.getItem(KEPT)) ?? "zh-CN";
  } catch {
    // storage is switched off by policy in some offices; Chinese is the default anyway
    return "zh-CN";
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // the choice then lasts as long as the page
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
    remember(language);
  }, [language]);
  const state = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (state === null) throw new Error("useLanguage needs a LanguageProvider above it");
  return state;
}

/** Every text of the dashboard in the reader's language. */
export const useWords = (): Strings["dashboard"] => strings(useLanguage().language).dashboard;

export const useVerdictWords = (): Strings["verdict"] => strings(useLanguage().language).verdict;

/** The texts about people, units, tokens and the record of acts. */
export const useAccountWords = (): Strings["account"] => strings(useLanguage().language).account;

export const useAccessWords = (): Strings["access"] => strings(useLanguage().language).access;

/** The texts about rule sets and calendars. */
export const useRuleWords = (): Strings["rules"] => strings(useLanguage().language).rules;
