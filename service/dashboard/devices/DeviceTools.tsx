import { type FormEvent, useState } from "react";
import { useAct } from "../api/useAct.ts";
import { useWords } from "../language.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { Device } from "./useFaults.ts";

/** Renames a browser, or revokes it: asked twice, since it is for good. */
export function DeviceTools({ device, changed }: { device: Device; changed(): void }) {
  const words = useWords().devices;
  const [open, setOpen] = useState<"rename" | "revoke" | null>(null);
  const [name, setName] = useState(device.name);
  const { busy, problem, act } = useAct();
  const path = `/v1/devices/${device.id}`;
  const done = (answer: unknown): void => {
    if (!answer) return;
    setOpen(null);
    changed();
  };
  const rename = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    done(await act("POST", path, { name }));
  };
  if (device.revokedAt !== null) return null;
  return (
    <>
      {open === null && (
        <>
          <button type="button" onClick={() => setOpen("rename")}>
            {words.rename}
          </button>{" "}
          <button type="button" onClick={() => setOpen("revoke")}>
            {words.revoke}
          </button>
        </>
      )}
      {open === "rename" && (
        <form className="fields" onSubmit={(event) => void rename(event)}>
          <TextField
            label={words.newName}
            hint={words.nameHint}
            value={name}
            set={setName}
            required
          />
          <button type="submit" className="primary" disabled={busy}>
            {words.rename}
          </button>
        </form>
      )}
      {open === "revoke" && (
        <>
          <p>{words.revokeAsked}</p>
          <button
            type="button"
            className="primary"
            disabled={busy}
            onClick={() => void act("DELETE", path).then(done)}
          >
            {words.revokeSure}
          </button>{" "}
          <button type="button" onClick={() => setOpen(null)}>
            {words.cancel}
          </button>
        </>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
