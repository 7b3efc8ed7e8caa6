import { useEffect } from "react";
import { useWords } from "../language.tsx";

/** The title of the window follows the page, for the tab, the history and a screen reader. */
export function usePageTitle(title: string): void {
  const words = useWords();
  useEffect(() => {
    document.title = words.documentTitle(title);
  }, [title, words]);
}
