import { useSession } from "../session.tsx";

const WHO: readonly string[] = ["auditor", "supervisor", "system-admin"];

/** Whether files are this person's business: bringing ledgers in, and what colleagues offered. The service decides the same. */
export const useBrings = (): boolean => WHO.includes(useSession().me.role);
