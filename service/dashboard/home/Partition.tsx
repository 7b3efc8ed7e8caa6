import { BUCKETS } from "#shared/limit/bucket.ts";
import type { ReportDocument } from "../../routes/shapes/report.ts";
import { casesLink } from "../address/casesLink.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { colourOf } from "../charts/palette.ts";
import { useWords } from "../language.tsx";
import { Definition } from "../ui/Definition.tsx";
import { number, percent } from "../ui/format.ts";
import { wholeOf } from "../ui/wholeOf.ts";
import { Section } from "../ui/Section.tsx";

/** Where all cases stand: parts that add up to the total, drawn as one bar and listed with number, share and definition. */
export function Partition({ report }: { report: ReportDocument }) {
  const words = useWords();
  const { at, filters } = useFilters();
  const total = wholeOf(report);
  if (total === null || report.n === 0) return null;
  const parts = BUCKETS.flatMap((bucket, index) => {
    const column = report.columns.find(({ key }) => key === bucket);
    const value = total.cells[bucket];
    return column && typeof value === "number"
      ? [{ column, value, colour: colourOf(bucket, index), open: total.open[bucket] }]
      : [];
  });
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === 0) return null;
  return (
    <Section
      title={words.home.partition}
      aside={
        <Link to={at({ name: "report", id: report.id })} className="aside">
          {words.home.openReport}
        </Link>
      }
    >
      <div className="partition-bar" aria-hidden="true">
        {parts
          .filter(({ value }) => value > 0)
          .map(({ column, value, colour }) => (
            <span
              key={column.key}
              style={{ flexGrow: value, background: colour }}
              title={`${column.title} ${number(value)}`}
            />
          ))}
      </div>
      <ul className="partition">
        {parts.map(({ column, value, colour, open }) => (
          <li key={column.key} className={value === 0 ? "partition-none" : undefined}>
            <span className="swatch" style={{ background: colour }} aria-hidden="true" />
            <span className="partition-name">
              {column.title} <Definition of={column.title} text={column.definition} />
            </span>
            <span className="partition-value">
              {open === undefined || value === 0 ? (
                number(value)
              ) : (
                <Link
                  to={casesLink(open, filters)}
                  label={words.report.openCases(words.report.total, column.title, number(value))}
                >
                  {number(value)}
                </Link>
              )}
            </span>
            <span className="faint partition-share">{percent(value / sum)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
