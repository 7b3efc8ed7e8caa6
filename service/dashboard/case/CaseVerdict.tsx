import { strings } from "#shared/strings/strings.ts";
import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useLanguage, useWords } from "../language.tsx";
import { leftText } from "../ui/CaseTable.tsx";
import { instantText, moment } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { VerdictMark } from "../ui/VerdictMark.tsx";

/** The judgement, every reason of it as a sentence, and the portal's own date beside ours. */
export function CaseVerdict({ detail }: { detail: CaseDetail }) {
  const all = useWords();
  const words = all.case;
  const { language } = useLanguage();
  const page = strings(language).page;
  const { verdict, declaredDue } = detail.case;
  // a date that we took from the portal cannot agree with the portal's: it is one statement and not two
  const ours = verdict.basis !== "declared";
  const both = verdict.due !== null && declaredDue !== null;
  const agree = both && verdict.due?.slice(0, 10) === declaredDue?.slice(0, 10);
  return (
    <Section title={words.verdict}>
      <div className={`verdict verdict-${verdict.kind}`}>
        <div className="verdict-main">
          <VerdictMark kind={verdict.kind} />
          {verdict.left && <p className="verdict-left">{leftText(verdict.left, language)}</p>}
          {verdict.severity && (
            <p>{verdict.severity === "statutory" ? page.overStatute : page.overPromise}</p>
          )}
        </div>
        <ul className="reasons">
          {detail.why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {verdict.guideReadAt !== undefined && <li>{page.fromGuide(verdict.guideReadAt)}</li>}
          {verdict.basis && <li>{page.basis[verdict.basis]}</li>}
        </ul>
        <dl className="dues">
          <div>
            <dt>{words.due}</dt>
            <dd>{verdict.due === null ? words.dueUnknown : moment(verdict.due)}</dd>
          </div>
          {ours && declaredDue !== null && (
            <div>
              <dt>{words.declaredDue}</dt>
              <dd>
                {moment(declaredDue)}
                {both && (
                  <small className={agree ? "under" : "under warn"}>
                    {agree ? words.agree : words.disagree}
                  </small>
                )}
              </dd>
            </div>
          )}
        </dl>
      </div>
      <p className="faint">
        {`${page.rules(verdict.regime, verdict.calendar)} · ${all.report.asOf} ${instantText(detail.asOf)}`}
      </p>
    </Section>
  );
}
