import type { VerdictKind } from "#shared/limit/verdict.ts";
import { useVerdictWords } from "../language.tsx";
import { Icon, type IconName } from "./Icon.tsx";

const ICONS: Record<VerdictKind, IconName> = {
  "on-time": "circle",
  "due-soon": "clock",
  overdue: "alert",
  "closed-on-time": "check",
  "closed-late": "cross",
  paused: "pause",
  "not-started": "circle",
  unknown: "question",
};

/** The verdict as word, shape and colour together. */
export function VerdictMark({ kind }: { kind: VerdictKind }) {
  return (
    <span className={`mark mark-${kind}`}>
      <Icon name={ICONS[kind]} />
      <span>{useVerdictWords().mark[kind]}</span>
    </span>
  );
}
