import { route } from "../http/route.ts";
import { BadRuleFile, calendarFile, digestOf, inLanguage, regimeFile } from "../rules/rule-file.ts";
import { refuseConflict, ruleFiles } from "../rules/rule-files.ts";
import { languageOf } from "./asking.ts";
import { type RuleCheck, type RuleText, ruleCheck, ruleText } from "./shapes/rules.ts";

/** An administrator learns what is wrong with a file while it is written; nothing is kept. */
export const postRulesCheck = route<unknown, RuleText, RuleCheck>(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/rules/check",
    summary: "校验日历或规则文件，不保存 · check a calendar or rule file without keeping it",
    body: ruleText,
    answer: ruleCheck,
  },
  async ({ deps, c, body: { kind, text, lang } }) => {
    const language = languageOf(lang, c.req.header("accept-language"));
    try {
      const file = kind === "regime" ? regimeFile(text, language) : calendarFile(text, language);
      const known = await ruleFiles(deps.db);
      const same = known.findLast((each) => each.kind === file.kind && each.name === file.name);
      const isKnown = same?.digest === digestOf(file.content);
      if (!isKnown) refuseConflict(file, known);
      return {
        faults: [],
        file: { kind: file.kind, name: file.name, known: isKnown },
        regime: file.kind === "regime" ? file.content : null,
      };
    } catch (error) {
      if (!(error instanceof BadRuleFile)) throw error;
      const faults = error.faults.map(({ path, message }) => ({
        path,
        message: inLanguage(message, language),
      }));
      return { faults, file: null, regime: null };
    }
  },
);
