import { strings } from "#shared/strings/strings.ts";
import { SHORTEST, type Weakness } from "../access/password-policy.ts";
import { Problem } from "../http/problem.ts";

/** The refusal with what to do about it, in both languages. */
export function weakPassword(weakness: Weakness, pointer: string): Problem {
  const texts = (["zh-CN", "en"] as const).map((language) =>
    strings(language).access.weakness[weakness](SHORTEST),
  );
  return new Problem("weak-password", { errors: [{ pointer, detail: texts.join(" ") }] });
}
