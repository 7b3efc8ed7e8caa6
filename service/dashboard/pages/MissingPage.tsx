import { Link } from "../address/router.tsx";
import { useWords } from "../language.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";

export function MissingPage() {
  const words = useWords().shell;
  usePageTitle(words.missing);
  return (
    <article className="page">
      <h1>{words.missing}</h1>
      <p className="lead">{words.missingLead}</p>
      <Link to="/">{words.home}</Link>
    </article>
  );
}
