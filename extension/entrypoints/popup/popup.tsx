import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import type { VerdictKind } from "#shared/limit/verdict.ts";
import { LANGUAGES, type Language, type Strings } from "#shared/strings/strings.ts";
import type { Counts } from "../../counts.ts";
import { type Messages, ask } from "../../messages/messages.ts";
import { grant, grantablePattern, isGranted } from "../../portal-access.ts";
import type { Waiting } from "../../outbox/waiting.ts";
import { enabled, language } from "../../settings/settings.ts";
import { LOOK } from "../../ui/verdict-look.ts";
import { Tools } from "./tools.tsx";

const REFRESH = 2_000;

/** What is marked here, what waits to be sent and since when, and the switch. */
export function Popup({ words, lang }: { words: Strings; lang: Language }) {
  const { panel, verdict } = words;
  const [on, setOn] = useState<boolean>();
  const [waiting, setWaiting] = useState<Messages["waiting"]["answers"]>();
  const [counts, setCounts] = useState<Counts | null>(null);
  const [sending, setSending] = useState(false);
  const [grantable, setGrantable] = useState<string>();
  const [readable, setReadable] = useState(false);

  useEffect(() => {
    void enabled.getValue().then(setOn);
    const refresh = async () => {
      setWaiting(await ask("waiting", null));
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.id !== undefined) setCounts(await ask("tabCounts", { tabId: tab.id }));
      const pattern = grantablePattern(tab?.url);
      const granted = pattern === undefined || (await isGranted(pattern));
      setGrantable(granted ? undefined : pattern);
      setReadable(granted && /^https?:/.test(tab?.url ?? ""));
    };
    void refresh();
    const timer = setInterval(() => void refresh(), REFRESH);
    return () => clearInterval(timer);
  }, []);

  const time = (at: number) => new Date(at).toLocaleString(lang, { hour12: false });
  const sendNow = async () => {
    setSending(true);
    setWaiting(await ask("sendNow", null));
    setSending(false);
  };

  return (
    <main style={{ width: 320 }}>
      <h1>{panel.title}</h1>
      <label className="row">
        <input
          id="enabled"
          type="checkbox"
          checked={on ?? false}
          disabled={on === undefined}
          onChange={({ target }) => {
            setOn(target.checked);
            void enabled.setValue(target.checked);
          }}
        />
        {panel.enabled}
      </label>
      <p className="soft">{panel.enabledHint}</p>

      <h2>{panel.thisPage}</h2>
      {counts ? (
        <ul className="counts">
          {(Object.entries(counts) as [VerdictKind, number][]).map(([kind, n]) => (
            <li
              key={kind}
              style={{
                color: LOOK[kind].ink,
                background: LOOK[kind].paper,
                borderColor: LOOK[kind].line,
              }}
            >
              {LOOK[kind].icon} {verdict.mark[kind]} {n}
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{panel.noCases}</p>
      )}

      {grantable !== undefined && (
        <p>
          <button type="button" className="main" onClick={() => void grant(grantable)}>
            {panel.grant(grantable.replace("/*", ""))}
          </button>
        </p>
      )}

      {readable && <Tools words={words} />}

      {waiting?.unrecorded && (
        <div id="unrecorded" role="alert">
          <p className="bad">
            {panel.unrecorded(
              waiting.unrecorded.looks,
              time(waiting.unrecorded.since),
              time(waiting.unrecorded.last),
            )}{" "}
            {waiting.unrecorded.full ? panel.diskFull : panel.storeFailed}
          </p>
          <button type="button" onClick={() => void ask("sawUnrecorded", null)}>
            {panel.understood}
          </button>
        </div>
      )}
      {waiting && (
        <Queue
          waiting={waiting}
          words={words}
          time={time}
          sending={sending}
          onSend={() => void sendNow()}
        />
      )}

      <footer>
        <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
          {panel.connect}
        </button>
        <select
          aria-label={panel.language}
          value={lang}
          onChange={({ target }) => void language.setValue(target.value as Language)}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {each === "en" ? "English" : "中文"}
            </option>
          ))}
        </select>
      </footer>
    </main>
  );
}

interface QueueProps {
  waiting: Waiting;
  words: Strings;
  time(at: number): string;
  sending: boolean;
  onSend(): void;
}

function Queue({
  waiting: { enrolment, count, since, refused, send },
  words: { panel },
  time,
  sending,
  onSend,
}: QueueProps) {
  if (!enrolment)
    return (
      <>
        <h2>{panel.options.title}</h2>
        <p>{panel.notEnrolled}</p>
        {count > 0 && <p id="waiting">{panel.waiting(count)}</p>}
      </>
    );
  return (
    <>
      <h2>{panel.unit(enrolment.unit.name, enrolment.address)}</h2>
      <p id="waiting" data-count={count}>
        {count === 0 ? panel.waitingNone : panel.waiting(count)}
      </p>
      {since !== undefined && (
        <p id="since" className="soft">
          {panel.since(time(since))}
        </p>
      )}
      {send.lastError && <p className="bad">{panel.error[send.lastError.code]}</p>}
      {refused > 0 && <p className="bad">{panel.refused(refused)}</p>}
      {send.lastSentAt !== undefined && (
        <p className="soft">{panel.lastSent(time(send.lastSentAt))}</p>
      )}
      {count > 0 && (
        <button type="button" className="main" disabled={sending} onClick={onSend}>
          {sending ? panel.sending : panel.sendNow}
        </button>
      )}
      {count > 0 && (
        <button type="button" id="export" onClick={() => void exportFile()}>
          {panel.exportFile}
        </button>
      )}
    </>
  );
}

async function exportFile(): Promise<void> {
  const file = await ask("exportOutbox", null);
  if (!file) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: "application/x-ndjson" }));
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
