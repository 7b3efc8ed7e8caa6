import type { PortalFile, PortalView } from "#shared/reading/portal-file.ts";
import { strings } from "#shared/strings/strings.ts";
import { useLanguage } from "../language.tsx";

/** What a file says, in words: whoever accepts it must be able to judge it without knowing its form. */
export function PortalFileContent({ file }: { file: PortalFile }) {
  const { language } = useLanguage();
  const words = strings(language).dashboard.portals;
  return (
    <div className="portal-content">
      <p>
        {words.applies}：
        {file.matches.map(({ host, path }) => (
          <code key={host + (path ?? "")}>{host + (path ?? "")} </code>
        ))}
      </p>
      {file.views.map((view) => (
        <View key={view.id} view={view} />
      ))}
    </div>
  );
}

function View({ view }: { view: PortalView }) {
  const { language } = useLanguage();
  const { teach, dashboard } = strings(language);
  const words = dashboard.portals;
  const rows = [
    ...(view.columns ?? []).map((column): [string, string] => [
      "header" in column ? column.header : words.columnNumber(column.index + 1),
      teach.concept[column.concept],
    ]),
    ...Object.entries(view.words ?? {}).map(([word, concept]): [string, string] => [
      word,
      teach.concept[concept],
    ]),
    ...(view.policy ?? []).map(({ header }): [string, string] => [header, teach.concept.other]),
    ...Object.entries(view.statuses ?? {}).map(([word, kind]): [string, string] => [
      `${words.statuses}：${word}`,
      teach.status[kind],
    ]),
  ];
  return (
    <>
      <dl className="means">
        {rows.map(([header, meaning]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {view.unit && <p>{words.unitOfLimits(teach.unitName[view.unit])}</p>}
    </>
  );
}
