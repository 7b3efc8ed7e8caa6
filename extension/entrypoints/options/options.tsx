import { type FormEvent, useEffect, useState } from "react";
import type { Strings } from "#shared/strings/strings.ts";
import { ask } from "../../messages/messages.ts";
import type { EnrolResult } from "../../outbox/enrol.ts";
import type { Waiting } from "../../outbox/waiting.ts";
import { ManagedPortals } from "./managed-portals.tsx";
import { PortalFiles } from "./portal-files.tsx";

/** Enrolment: service address and one-time code, once. */
export function Options({ words }: { words: Strings }) {
  const { panel } = words;
  const [waiting, setWaiting] = useState<Waiting>();
  const [result, setResult] = useState<EnrolResult>();
  const [busy, setBusy] = useState(false);
  useEffect(() => void ask("waiting", null).then(setWaiting), [result]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    const [address, code, name] = [field("address"), field("code"), field("name")];
    setResult(
      code === ""
        ? await ask("move", { address })
        : await ask("enrol", { address, code, ...(name !== "" && { name }) }),
    );
    setBusy(false);
  };

  const { options } = panel;
  return (
    <main style={{ maxWidth: 520, margin: "24px auto" }}>
      <h1>{options.title}</h1>
      <p>{options.intro}</p>
      {waiting?.enrolment && (
        <p className="good">{panel.unit(waiting.enrolment.unit.name, waiting.enrolment.address)}</p>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {options.address}
          <input
            type="text"
            name="address"
            required
            placeholder="http://10.1.2.3:8787"
            defaultValue={waiting?.enrolment?.address}
            autoComplete="off"
          />
        </label>
        <label>
          {options.code}
          <input
            type="text"
            name="code"
            required={!waiting?.enrolment}
            placeholder={waiting?.enrolment && options.codeForMove}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <label>
          {options.name}
          <input type="text" name="name" maxLength={60} autoComplete="off" />
        </label>
        <p style={{ marginTop: 14 }}>
          <button type="submit" className="main" disabled={busy}>
            {options.submit}
          </button>
        </p>
      </form>
      <div role="status" id="result">
        {result?.ok && <p className="good">{options.done(result.enrolment.unit.name)}</p>}
        {result && !result.ok && <p className="bad">{options.failure[result.failure]}</p>}
      </div>
      <p className="soft">{options.privacy}</p>
      <ManagedPortals words={words} />
      <PortalFiles words={words} />
    </main>
  );
}
