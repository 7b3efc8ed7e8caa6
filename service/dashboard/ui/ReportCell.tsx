import type { Column, Row } from "../../routes/shapes/report.ts";
import { casesLink } from "../address/casesLink.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";
import type { Change } from "./change.ts";
import { Explained } from "./Explained.tsx";
import type { Footnotes } from "./footnotes.ts";
import { cellText, number } from "./format.ts";

/** One figure: a link to its cases where it has any, its change, or a dash with the number of the note that says why. */
export function ReportCell({
  row,
  column,
  name,
  notes,
  change,
}: {
  row: Row;
  column: Column;
  name: string;
  notes: Footnotes;
  /** the compared window's figure and the difference to it */
  change?: Change | undefined;
}) {
  const words = useWords().report;
  const { filters } = useFilters();
  const text = cellText(row.cells[column.key], column);
  if (text === null) {
    const why = row.empty[column.key];
    if (why === undefined) return <span className="faint">—</span>;
    return (
      <Explained text={why}>
        {(props) => (
          <span className="no-figure" tabIndex={0} {...props}>
            —<sup>{notes.numberOf(why)}</sup>
            {change !== undefined && <ChangeText change={change} column={column} />}
          </span>
        )}
      </Explained>
    );
  }
  // an empty set has nothing to open, and zeros must not drown the figures
  if (column.type === "number" && row.cells[column.key] === 0)
    return (
      <>
        <span className="zero">{text}</span>
        {change !== undefined && <ChangeText change={change} column={column} />}
      </>
    );
  const open = row.open[column.key] ?? (column.type === "text" ? row.open[""] : undefined);
  return (
    <>
      {open === undefined ? (
        text
      ) : (
        <Link
          to={casesLink(open, filters)}
          className="figure-link"
          label={column.type === "text" ? undefined : words.openCases(name, column.title, text)}
        >
          {text}
        </Link>
      )}
      {change !== undefined && <ChangeText change={change} column={column} />}
    </>
  );
}

function ChangeText({ change, column }: { change: Change; column: Column }) {
  const words = useWords().report;
  const before = cellText(change.before, column);
  return (
    <small className="change">
      {words.before(before ?? "—")}
      {change.by !== null && <span>{changeText(change.by, column, words)}</span>}
    </small>
  );
}

function changeText(
  by: number,
  column: Column,
  words: ReturnType<typeof useWords>["report"],
): string {
  const rounded = Number(by.toFixed(1));
  if (rounded === 0) return words.same;
  const signed = `${rounded > 0 ? "+" : "−"}${number(Math.abs(rounded))}`;
  return column.type === "percent" ? words.points(signed) : signed;
}
