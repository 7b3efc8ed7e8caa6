import {
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { Me } from "../routes/shapes/access.ts";
import type { Problem } from "../routes/shapes/common.ts";
import { Failure, call } from "./api/call.ts";
import { useLanguage } from "./language.tsx";
import { SignIn } from "./pages/SignIn.tsx";
import { Loading } from "./ui/Waiting.tsx";
import { ProblemNotice } from "./ui/ProblemNotice.tsx";

interface Session {
  me: Me;
  signOut(): void;
  /** asks again who is signed in, and what of it has changed */
  refresh(): void;
  /** the service no longer knows the session: ask for the token again, at the same address */
  expire(): void;
}

const SessionContext = createContext<Session | null>(null);

type State = { me: Me } | { problem: Problem } | "asking" | "signed-out";

/** Shows the pages to whoever is signed in, and the sign-in page to everybody else. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [state, setState] = useState<State>("asking");
  const ask = useCallback(() => {
    call<Me>("/v1/me", { language }).then(
      (me) => setState({ me }),
      (cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        setState(cause.problem.status === 401 ? "signed-out" : { problem: cause.problem });
      },
    );
  }, [language]);
  useEffect(() => {
    if (state === "asking") ask();
  }, [state, ask]);
  const refresh = useCallback(() => setState("asking"), []);
  const expire = useCallback(() => setState("signed-out"), []);
  const signOut = useCallback(() => {
    call("/v1/session", { method: "DELETE", language }).then(expire, (cause: unknown) => {
      if (!(cause instanceof Failure)) throw cause;
      if (cause.problem.status === 401) expire();
      else setState({ problem: cause.problem });
    });
  }, [language, expire]);
  const me = typeof state === "object" && "me" in state ? state.me : null;
  const session = useMemo(
    () => (me ? { me, signOut, refresh, expire } : null),
    [me, signOut, refresh, expire],
  );

  if (session !== null) return <SessionContext value={session}>{children}</SessionContext>;
  if (state === "signed-out") return <SignIn entered={() => setState("asking")} />;
  if (typeof state === "object" && "problem" in state)
    return (
      <main className="alone">
        <ProblemNotice problem={state.problem} again={() => setState("asking")} />
      </main>
    );
  return (
    <main className="alone">
      <Loading />
    </main>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession needs a SessionProvider above it");
  return session;
}
