import type { ReportDocument, ReportSummary } from "../../routes/shapes/report.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { questionQuery, reportPath, withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { ReportChart } from "../charts/ReportChart.tsx";
import { useWords } from "../language.tsx";
import { Definition } from "../ui/Definition.tsx";
import { number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { Empty, Waiting } from "../ui/Waiting.tsx";

/** One more report as its drawing, a step away from its table. */
export function ReportPanel({ report }: { report: ReportSummary }) {
  const words = useWords();
  const { at, filters } = useFilters();
  const answer = useAnswer<ReportDocument>(
    withQuery(reportPath(report.id), questionQuery(new URLSearchParams(), filters)),
  );
  return (
    <Section
      title={report.title}
      aside={
        <span className="aside">
          <Definition of={report.title} text={report.definition} />{" "}
          <Link to={at({ name: "report", id: report.id })}>{words.home.openReport}</Link>
        </span>
      }
    >
      <Waiting answer={answer}>
        {(document) =>
          document.n === 0 ? (
            <Empty />
          ) : (
            <>
              <p className="faint">{words.report.n(number(document.n))}</p>
              <ReportChart report={document} most={1} />
            </>
          )
        }
      </Waiting>
    </Section>
  );
}
