import type { Column } from "../../routes/shapes/report.ts";
import { useWords } from "../language.tsx";
import { alignment } from "./alignment.ts";
import { definitionText } from "./definitionText.ts";
import { Explained } from "./Explained.tsx";
import { headGroups, ownTitle } from "./headGroups.ts";
import { Icon } from "./Icon.tsx";
import type { Order } from "./sortRows.ts";

interface HeadProps {
  columns: readonly Column[];
  order: Order | null;
  setOrder: (order: Order) => void;
}

/** Pressing a title sorts; resting on it by mouse or focus tells what the column counts. */
export function ReportHead(props: HeadProps) {
  const groups = headGroups(props.columns);
  const deep = groups.some(({ title }) => title !== null);
  if (!deep)
    return (
      <thead>
        <tr>
          {props.columns.map((column) => (
            <Title key={column.key} {...props} column={column} text={column.title} />
          ))}
        </tr>
      </thead>
    );
  return (
    <thead className="deep">
      <tr>
        {groups.map(({ title, columns }) =>
          title === null ? (
            columns.map((column) => (
              <Title key={column.key} {...props} column={column} text={column.title} rowSpan={2} />
            ))
          ) : (
            <th key={title} scope="colgroup" colSpan={columns.length} className="group">
              {title}
            </th>
          ),
        )}
      </tr>
      <tr>
        {groups
          .filter(({ title }) => title !== null)
          .flatMap(({ columns }) =>
            columns.map((column) => (
              <Title key={column.key} {...props} column={column} text={ownTitle(column)} />
            )),
          )}
      </tr>
    </thead>
  );
}

function Title({
  column,
  columns,
  order,
  setOrder,
  text,
  rowSpan,
}: HeadProps & { column: Column; text: string; rowSpan?: number }) {
  const words = useWords().report;
  const mine = order?.key === column.key ? order : null;
  const downFirst = column.type !== "text";
  return (
    <th
      scope="col"
      rowSpan={rowSpan}
      className={alignment(column)}
      aria-sort={mine ? (mine.down ? "descending" : "ascending") : undefined}
    >
      <Explained text={definitionText(column, columns, words)}>
        {(props) => (
          <button
            type="button"
            className="sort"
            aria-label={words.sortBy(column.title)}
            onClick={() => setOrder({ key: column.key, down: mine ? !mine.down : downFirst })}
            {...props}
          >
            <span>{text}</span>
            {column.unit && <span className="unit">{words.units[column.unit]}</span>}
            {mine && <Icon name={mine.down ? "down" : "up"} />}
          </button>
        )}
      </Explained>
    </th>
  );
}
