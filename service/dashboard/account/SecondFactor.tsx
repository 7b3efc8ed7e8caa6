import { type FormEvent, useState } from "react";
import type { Account, TotpOffered } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { TextField } from "../ui/TextField.tsx";
import { QrCode } from "./QrCode.tsx";

/** Sets up an authenticator app, shows the recovery codes once, gives it up again. */
export function SecondFactor({ mine, changed }: { mine: Account; changed: () => void }) {
  const words = useAccountWords().mine;
  const [offered, setOffered] = useState<TotpOffered | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const { busy, problem, act } = useAct();
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!offered) return;
    const body = { sealed: offered.sealed, code, password: password || "-" };
    const made = await act<{ codes: string[] }>("POST", "/v1/account/totp/confirm", body);
    if (!made) return;
    setOffered(null);
    setCodes(made.codes);
    setCode("");
    setPassword("");
  };
  const remove = async (): Promise<void> => {
    if (await act("POST", "/v1/account/totp/remove", { password: password || "-" })) changed();
  };
  const present = mine.hasPassword && (
    <TextField
      label={words.present}
      type="password"
      autoComplete="current-password"
      value={password}
      set={setPassword}
    />
  );
  return (
    <Section
      title={words.factor}
      lead={mine.secondFactor ? words.factorOn(mine.recoveryCodesLeft) : words.factorOff}
    >
      {codes && (
        <div className="notice" role="status">
          <p>{words.codes}</p>
          <ul className="recovery-codes">
            {codes.map((each) => (
              <li key={each}>
                <code>{each}</code>
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={() => {
              setCodes(null);
              changed();
            }}
          >
            {words.confirm}
          </button>
        </div>
      )}
      {offered && (
        <form className="enrol-factor" onSubmit={(event) => void confirm(event)}>
          <QrCode text={offered.uri} label={words.qr} />
          <div>
            <p>{words.scan}</p>
            <p>
              {words.key} <code>{offered.secret.match(/.{1,4}/g)?.join(" ")}</code>
            </p>
            <TextField
              label={words.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              set={setCode}
            />
            {present}
            <button type="submit" className="primary" disabled={busy}>
              {words.confirm}
            </button>
          </div>
        </form>
      )}
      {!offered && !codes && (
        <div className="fields">
          {mine.secondFactor && present}
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              void act<TotpOffered>("POST", "/v1/account/totp").then(
                (found) => found && setOffered(found),
              )
            }
          >
            {mine.secondFactor ? words.renew : words.enable}
          </button>
          {mine.secondFactor && (
            <button type="button" disabled={busy} onClick={() => void remove()}>
              {words.remove}
            </button>
          )}
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
