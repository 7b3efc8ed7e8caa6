import { useFilters } from "../address/useFilters.ts";
import { questionQuery, reportPath, withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useCatalogue } from "../catalogue.tsx";
import { Attention } from "../home/Attention.tsx";
import { Headline } from "../home/Headline.tsx";
import { Partition } from "../home/Partition.tsx";
import { ReportPanel } from "../home/ReportPanel.tsx";
import { useWords } from "../language.tsx";
import { ReportBasis } from "../ui/ReportBasis.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import type { ReportDocument } from "../../routes/shapes/report.ts";

/** Drawn on the first page where the service offers them; every other report is one step away. */
const PANELS = [
  "delays-by-department",
  "trend",
  "open-cases-by-age",
  "time-per-step",
  "scorecard",
  "coverage",
];

/** The few figures that matter: the whole of the first report, its partition, what is overdue now, and a few drawings. */
export function HomePage() {
  const words = useWords().home;
  const { filters } = useFilters();
  const { reports } = useCatalogue();
  usePageTitle(words.title);
  const [first] = reports;
  const panels = PANELS.flatMap((id) => reports.filter((report) => report.id === id));
  const answer = useAnswer<ReportDocument>(
    first === undefined
      ? null
      : withQuery(reportPath(first.id), questionQuery(new URLSearchParams(), filters)),
  );
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      <Waiting answer={answer}>
        {(report) => (
          <>
            <Headline report={report} />
            <ReportBasis report={report} />
            <Partition report={report} />
          </>
        )}
      </Waiting>
      <Attention />
      <div className="panels">
        {panels.map((report) => (
          <ReportPanel key={report.id} report={report} />
        ))}
      </div>
    </article>
  );
}
