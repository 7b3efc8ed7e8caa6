import { useState } from "react";
import type { AuditEntry, AuditList } from "../../routes/shapes/audit.ts";
import { withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useAccessWords, useAccountWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** Who did what, the newest first. */
export function AuditPage() {
  const words = useAccountWords().audit;
  const [act, setAct] = useState("");
  const [who, setWho] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [page, setPage] = useState(1);
  usePageTitle(words.title);
  const asked = new URLSearchParams(
    Object.entries({ act, who: who.trim(), from, to }).filter(([, value]) => value !== ""),
  );
  const paged = new URLSearchParams(asked);
  if (page > 1) paged.set("page", String(page));
  const answer = useAnswer<AuditList>(withQuery("/v1/audit", paged));
  const filter =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value);
      setPage(1);
    };
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          {answer.data && <p className="lead">{words.lead(answer.data.months)}</p>}
        </div>
        <a className="button no-print" href={withQuery("/v1/audit", csvOf(asked))} download>
          {words.export}
        </a>
      </header>
      <div className="fields no-print">
        <Select
          label={words.act}
          value={act}
          options={[
            { value: "", text: words.all },
            ...(answer.data?.acts ?? []).map((each) => ({ value: each.act, text: each.text })),
          ]}
          set={filter(setAct)}
        />
        <TextField label={words.who} value={who} set={filter(setWho)} />
        <TextField label={words.from} type="date" value={from} set={filter(setFrom)} />
        <TextField label={words.to} type="date" value={to} set={filter(setTo)} />
      </div>
      <Waiting answer={answer}>
        {(list) => (
          <>
            <EntryTable entries={list.entries} />
            <p className="pager">
              <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
                {words.later}
              </button>
              <span>{words.page(list.page, list.pages, list.total)}</span>
              <button type="button" disabled={page >= list.pages} onClick={() => setPage(page + 1)}>
                {words.earlier}
              </button>
            </p>
            <p className="faint">
              {words.head} <code className="breaks">{`${list.head.id}:${list.head.hash}`}</code>{" "}
              {words.headHelp}
            </p>
          </>
        )}
      </Waiting>
    </article>
  );
}

const csvOf = (asked: URLSearchParams): URLSearchParams => {
  const query = new URLSearchParams(asked);
  query.set("format", "csv");
  return query;
};

function EntryTable({ entries }: { entries: readonly AuditEntry[] }) {
  const words = useAccountWords().audit;
  const { roles } = useAccessWords();
  const names: Readonly<Record<string, string>> = roles;
  const person = ({ kind, name, id, role, unit }: AuditEntry["who"]): string => {
    if (kind === "nobody") return words.nobody;
    if (kind === "command") return words.command(name);
    return [name || id, role === null ? null : (names[role] ?? role), unit]
      .filter((part) => part !== null && part !== "")
      .join(" · ");
  };
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.title}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.act}</th>
            <th scope="col">{words.object}</th>
            <th scope="col">{words.detail}</th>
            <th scope="col">{words.address}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((each) => (
            <tr key={each.id}>
              <td className="date">{instantText(each.at)}</td>
              <td>{person(each.who)}</td>
              <td>{each.actText}</td>
              <td className="breaks">{each.object}</td>
              <td className="breaks faint">{detailText(each.detail)}</td>
              <td>{each.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const detailText = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("，");
