import type { PortalCase } from "./cases.ts";
import { type IsoDay, nthWorkday, workdaysBetween } from "./days.ts";

export interface PortalStep {
  name: string;
  officer: string;
  enteredAt: string;
  leftAt: string;
  limit: string;
  opinion: string;
}

const OFFICERS = ["梁书远", "方静初", "邵云起", "齐牧之", "程念白"];
const LIMITS: Record<string, string> = {
  收件: "1个工作日",
  受理: "1个工作日",
  审查: "5个工作日",
  现场核查: "5个工作日",
  审核: "3个工作日",
  决定: "2个工作日",
};

/** 办理过程: the steps that the case has passed, each entered when the one before was left. */
export function stepsOf(row: PortalCase, today: IsoDay): PortalStep[] {
  const step = (name: string, enteredAt: string, leftAt: string, opinion: string): PortalStep => ({
    name,
    officer: OFFICERS[(row.id + (name.codePointAt(0) ?? 0)) % OFFICERS.length] ?? "",
    enteredAt,
    leftAt,
    limit: LIMITS[name] ?? "",
    opinion,
  });
  const received = `${row.submittedAt.slice(0, 11)}${row.submittedAt.startsWith("08", 11) ? "08:55:07" : "16:31:07"}`;
  const steps = [step("收件", row.submittedAt, received, "材料已接收")];
  if (!row.acceptedAt) {
    steps.push(step(row.step === "补正" ? "补正" : "受理", received, "", ""));
    return steps;
  }
  steps.push(step("受理", received, row.acceptedAt, "材料齐全，予以受理"));
  const start = row.acceptedAt.slice(0, 10);
  const end = row.closedAt || row.pauses[0]?.from || "";
  const span = workdaysBetween(start, end ? end.slice(0, 10) : today);
  const part = (share: number, time: string): string => {
    const day = nthWorkday(start, Math.floor(span * share));
    return day === start ? row.acceptedAt.replace(/ \d\d/, " 11") : `${day} ${time}`;
  };
  const names = row.closedAt ? ["审查", "审核", "决定"] : ["审查", "现场核查", "审核", "决定"];
  const last = row.closedAt ? names.length - 1 : Math.max(0, names.indexOf(row.step));
  const walked = row.closedAt || row.pauses[0] ? names.slice(0, 3) : names.slice(0, last + 1);
  let entered = row.acceptedAt;
  for (const [index, name] of walked.entries()) {
    const isLast = index === walked.length - 1;
    const left = isLast ? end : part((index + 1) / (walked.length + 1), "16:20:35");
    steps.push(step(name, entered, left, left ? "同意" : ""));
    entered = left;
  }
  for (const pause of row.pauses) steps.push(step(pause.name, pause.from, "", "启动特别程序"));
  return steps;
}
