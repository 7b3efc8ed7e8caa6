import {
  type MouseEvent,
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { type Address, readAddress } from "./address.ts";

interface Router extends Address {
  go(to: string, how?: "push" | "replace"): void;
}

const RouterContext = createContext<Router | null>(null);

const here = (): string => location.pathname + location.search;

/** The History API and nothing else: six kinds of page need no library. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [at, setAt] = useState(here);
  useEffect(() => {
    const follow = (): void => setAt(here());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((to: string, how: "push" | "replace" = "push") => {
    if (to === here()) return;
    const pageChanges = to.split("?")[0] !== location.pathname;
    if (how === "push") history.pushState({ inside: true }, "", to);
    else history.replaceState(history.state, "", to);
    setAt(here());
    if (pageChanges) scrollTo(0, 0);
  }, []);
  const router = useMemo(() => {
    const [path = "/", search = ""] = at.split("?");
    return { ...readAddress(path, search), go };
  }, [at, go]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

export function useRouter(): Router {
  const router = useContext(RouterContext);
  if (router === null) throw new Error("useRouter needs a RouterProvider above it");
  return router;
}

export interface LinkProps {
  to: string;
  children: ReactNode;
  className?: string | undefined;
  current?: boolean | undefined;
  label?: string | undefined;
}

/** A real link: it opens in a new tab, can be copied, and is followed in place only on a plain click. */
export function Link({ to, children, className, current, label }: LinkProps) {
  const { go } = useRouter();
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={to}
      onClick={follow}
      className={className}
      aria-current={current ? "page" : undefined}
      aria-label={label}
    >
      {children}
    </a>
  );
}
