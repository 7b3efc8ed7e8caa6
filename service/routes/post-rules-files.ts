import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { isNew, ownsEverything } from "../rules/may-import.ts";
import { BadRuleFile, calendarFile, inLanguage, regimeFile } from "../rules/rule-file.ts";
import { addRuleFile, ruleFiles } from "../rules/rule-files.ts";
import { languageOf } from "./asking.ts";
import { ruleImport, ruleText } from "./shapes/rules.ts";

/** An administrator brings a year's notice, a region's days or a rule set; every case is judged by it from the next question on. */
export const postRulesFiles = route(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/rules/files",
    summary: "导入年度安排、地方日历或判定规则 · import a year, a region's days or a rule set",
    body: ruleText,
    answer: ruleImport,
    refuses: ["not-for-all"],
  },
  async ({ deps, c, caller, body: { kind, text, lang }, record }) => {
    const language = languageOf(lang, c.req.header("accept-language"));
    const { db } = deps;
    try {
      const content = kind === "regime" ? regimeFile(text, language) : calendarFile(text, language);
      if (!isNew(content, await ruleFiles(db)) && !(await ownsEverything(db, caller.unit)))
        throw new Problem("not-for-all");
      const by = caller.name === "" ? caller.publicId : caller.name;
      const { file, fresh } = await addRuleFile(db, content, { now: deps.now(), by });
      if (fresh)
        await record({
          act: file.kind === "regime" ? "rules.imported" : "calendar.imported",
          object: `${file.kind} ${file.name}`,
          detail: { file: file.id, digest: file.digest },
        });
      const { versions } = await deps.rules.judging(caller.unit);
      const job = await deps.recounts.begin(file.id, caller.unit);
      return {
        id: file.id,
        kind: file.kind,
        name: file.name,
        fresh,
        calendar: versions.calendar,
        job: job.id,
      };
    } catch (error) {
      if (!(error instanceof BadRuleFile)) throw error;
      throw new Problem("invalid-request", {
        errors: error.faults.map(({ path, message }) => ({
          pointer: `/${path.replaceAll(".", "/")}`,
          detail: inLanguage(message, language),
        })),
      });
    }
  },
);
