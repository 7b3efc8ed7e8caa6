import { useLanguage, useWords } from "../language.tsx";

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = language === "zh-CN" ? "en" : "zh-CN";
  return (
    <button type="button" className="quiet" lang={other} onClick={() => setLanguage(other)}>
      {useWords().otherLanguage}
    </button>
  );
}
