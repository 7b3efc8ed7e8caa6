import { useState } from "react";
import type { OwnObservations } from "../../routes/shapes/own-observations.ts";
import { withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { type FactField, useFactWords } from "../case/factText.ts";
import { useAccountWords } from "../language.tsx";
import { instantText, number } from "../ui/format.ts";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** What one's own browser has sent, the newest first. */
export function ObservationsPage() {
  const words = useAccountWords().observations;
  const [page, setPage] = useState(1);
  const asked = new URLSearchParams(page > 1 ? { page: String(page) } : {});
  const answer = useAnswer<OwnObservations>(withQuery("/v1/own-observations", asked));
  usePageTitle(words.title);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      <Waiting answer={answer}>
        {(list) =>
          list.total === 0 ? (
            <p className="notice">{list.browsers === 0 ? words.noBrowser : words.none}</p>
          ) : (
            <>
              <ObservationTable list={list} />
              <p className="pager">
                <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
                  {words.later}
                </button>
                <span>{words.page(list.page, list.pages, list.total)}</span>
                <button
                  type="button"
                  disabled={page >= list.pages}
                  onClick={() => setPage(page + 1)}
                >
                  {words.earlier}
                </button>
              </p>
            </>
          )
        }
      </Waiting>
    </article>
  );
}

function ObservationTable({ list }: { list: OwnObservations }) {
  const words = useAccountWords().observations;
  const { factText, fieldName } = useFactWords();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.title}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.seen}</th>
            <th scope="col">{words.mask}</th>
            <th scope="col">{words.said}</th>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.received}</th>
          </tr>
        </thead>
        <tbody>
          {list.observations.map((each) => (
            <tr key={`${each.device} ${each.seq}`}>
              <td className="date">
                {instantText(each.at)}
                {each.times > 1 && (
                  <small className="under">{words.times(number(each.times))}</small>
                )}
              </td>
              <th scope="row">{each.mask}</th>
              <td>
                {(Object.keys(each.facts) as FactField[])
                  .flatMap((field) => {
                    const text = factText(each.facts, field);
                    return text === undefined ? [] : [`${fieldName(field)} ${text}`];
                  })
                  .join(" · ")}
              </td>
              <td>{each.device}</td>
              <td className="date">{instantText(each.receivedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
