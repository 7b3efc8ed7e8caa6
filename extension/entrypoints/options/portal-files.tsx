import { type ChangeEvent, useEffect, useState } from "react";
import type { Strings } from "#shared/strings/strings.ts";
import { ask } from "../../messages/messages.ts";
import type { StoredPortal } from "../../portals/stored-portal.ts";
import { portals } from "../../settings/settings.ts";

/** Every portal file of this browser: where it came from, when it was last seen to hold; switched off, removed, or opened from a file. */
export function PortalFiles({ words: { teach } }: { words: Strings }) {
  const [all, setAll] = useState<readonly StoredPortal[]>([]);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<{ good: boolean; text: string }>();
  useEffect(() => {
    void portals.getValue().then(setAll);
    return portals.watch(setAll);
  }, []);

  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (!chosen) return;
    const saved = await ask("savePortal", { file: json(await chosen.text()) });
    setSaid(
      saved.ok
        ? { good: true, text: teach.list.imported }
        : { good: false, text: teach.list.notImported(saved.why) },
    );
    target.value = "";
  };

  return (
    <section id="portal-files">
      <h2>{teach.list.title}</h2>
      {all.length === 0 && <p className="soft">{teach.list.none}</p>}
      {all.map(({ file, source, off, shared }) => (
        <p key={`${source}/${file.id}`} data-portal={file.id} data-source={source}>
          <label className="row">
            <input
              type="checkbox"
              checked={!off}
              onChange={({ target }) =>
                void ask("switchPortal", { id: file.id, source, off: !target.checked })
              }
            />
            {file.name ?? file.matches.map(({ host, path }) => host + (path ?? "")).join(", ")}
          </label>
          <span className="soft">
            {shared ? teach.list.sharedBy(shared.unit) : teach.list.source[source]} ·{" "}
            {teach.list.verified(file.verifiedOn)}{" "}
          </span>
          {source === "local" && (
            <button type="button" onClick={() => void ask("forgetPortal", { id: file.id })}>
              {teach.list.remove}
            </button>
          )}
        </p>
      ))}
      <button
        type="button"
        className="ask"
        disabled={asking}
        onClick={() => {
          setAsking(true);
          void ask("learnNow", null).finally(() => setAsking(false));
        }}
      >
        {teach.list.askService}
      </button>
      <label>
        {teach.list.importFile}{" "}
        <input type="file" accept="application/json,.json" onChange={(event) => void open(event)} />
      </label>
      <p role="status" className={said?.good ? "good" : "bad"}>
        {said?.text}
      </p>
    </section>
  );
}

/** Text that is no JSON is refused by the schema like any other wrong shape. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
