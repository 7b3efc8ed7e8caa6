import { useEffect, useState } from "react";
import type { WaysIn } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords, useWords } from "../language.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { PasswordForm } from "../sign-in/PasswordForm.tsx";
import { TokenForm } from "../sign-in/TokenForm.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Loading } from "../ui/Waiting.tsx";

/** The ways in that this service has: the organisation's own, a password, a token. */
export function SignIn({ entered }: { entered: () => void }) {
  const all = useWords();
  const words = useAccountWords().signIn;
  const [ways, setWays] = useState<WaysIn | null>(null);
  const [token, setToken] = useState(false);
  const { problem, act } = useAct();
  usePageTitle(all.signIn.title);
  useEffect(() => {
    void act<WaysIn>("GET", "/v1/sign-in").then((found) => found && setWays(found));
  }, [act]);
  const came = new URLSearchParams(location.search).get("problem");
  const enter = (): void => {
    if (location.pathname === "/sign-in") history.replaceState(null, "", "/");
    entered();
  };
  const byToken = ways !== null && (token || (!ways.password && ways.sso === null));
  return (
    <main className="alone">
      <div className="sign-in">
        <header className="sign-in-head">
          <p className="brand">
            <b>{all.product}</b>
            <span>{all.tagline}</span>
          </p>
          <LanguageSwitch />
        </header>
        <h1>{all.signIn.title}</h1>
        {came === "sso-failed" && <p className="notice">{words.ssoFailed}</p>}
        {came === "sso-unknown" && <p className="notice">{words.ssoUnknown}</p>}
        {problem && <ProblemNotice problem={problem} />}
        {ways === null && !problem && <Loading />}
        {ways?.first && <p className="notice">{words.first}</p>}
        {ways?.sso && !byToken && (
          <p>
            <a className="button" href="/v1/sso/start">
              {words.sso(ways.sso.name)}
            </a>
          </p>
        )}
        {ways?.password && !byToken && <PasswordForm entered={enter} />}
        {byToken && <TokenForm entered={enter} />}
        {ways && (ways.password || ways.sso) && (
          <p>
            <button type="button" className="quiet" onClick={() => setToken(!token)}>
              {byToken ? words.withPassword : words.withToken}
            </button>
          </p>
        )}
      </div>
    </main>
  );
}
