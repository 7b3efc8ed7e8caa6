import { strings } from "#shared/strings/strings.ts";
import type { UnitFault } from "../access/unit-changes.ts";
import { Problem } from "../http/problem.ts";

export function unitProblem(fault: UnitFault): Problem {
  if (fault === "taken") return new Problem("name-taken");
  if (fault === "unknown-parent") return new Problem("unknown-unit");
  const [zh, en] = [strings("zh-CN").access.unitFault, strings("en").access.unitFault];
  return new Problem("invalid-request", {
    errors: [
      { pointer: fault === "name" ? "/name" : "/parent", detail: `${zh[fault]} ${en[fault]}` },
    ],
  });
}
