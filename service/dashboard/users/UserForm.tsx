import { type FormEvent, useState } from "react";
import { PEOPLE, type PersonRole } from "../../access/roles.ts";
import type { User, UserAnswer } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useCatalogue } from "../catalogue.tsx";
import { useAccessWords, useAccountWords } from "../language.tsx";
import type { Handed } from "../pages/UsersPage.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { UnitSelect } from "../ui/UnitSelect.tsx";

/** Makes an account, or changes one. */
export function UserForm({
  changing,
  done,
  cancel,
}: {
  changing: User | null;
  done(made: Handed | null): void;
  cancel(): void;
}) {
  const words = useAccountWords().users;
  const { roles, duties } = useAccessWords();
  const { units } = useCatalogue();
  const [login, setLogin] = useState(changing?.login ?? "");
  const [name, setName] = useState(changing?.name ?? "");
  const [role, setRole] = useState<PersonRole>(changing?.role ?? "observer");
  const [unit, setUnit] = useState(changing?.unit.id ?? units[0]?.id ?? 0);
  const [until, setUntil] = useState(changing?.until ?? "");
  const [sso, setSso] = useState(changing?.sso ?? "");
  const { busy, problem, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { name, role, unit, until: until || null, sso: sso.trim() || null };
    if (changing) {
      if (await act("POST", `/v1/users/${changing.id}`, body)) done(null);
      return;
    }
    const made = await act<UserAnswer>("POST", "/v1/users", { login, ...body });
    if (!made) return;
    setLogin("");
    setName("");
    setSso("");
    done(made.link && { name: made.user.name, ...made.link });
  };
  return (
    <>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <TextField label={words.name} value={name} set={setName} required />
        {!changing && (
          <TextField label={words.login} value={login} set={setLogin} required autoComplete="off" />
        )}
        <Select
          label={words.role}
          value={role}
          options={PEOPLE.map((value: PersonRole) => ({ value, text: roles[value] }))}
          set={(chosen) => setRole(chosen)}
        />
        <UnitSelect label={words.unit} value={unit} set={setUnit} />
        <TextField
          label={words.until}
          type="date"
          value={until}
          set={setUntil}
          required={role === "reviewer"}
        />
        <TextField label={words.sso} placeholder={words.optional} value={sso} set={setSso} />
        <button type="submit" className="primary" disabled={busy}>
          {changing ? words.save : words.make}
        </button>
        {changing && (
          <button type="button" onClick={cancel}>
            {words.cancel}
          </button>
        )}
      </form>
      <p className="faint">{duties[role]}</p>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
