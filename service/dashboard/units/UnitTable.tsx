import { type FormEvent, useState } from "react";
import type { UnitList } from "../../routes/shapes/access.ts";
import { useAct } from "../api/useAct.ts";
import { useAccountWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";

type Units = UnitList["units"];
type Editing = { how: "add" | "change" | "above"; unit: Units[number] };

export function UnitTable({ units, changed }: { units: Units; changed(): void }) {
  const words = useAccountWords().units;
  const { me } = useSession();
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <Section title={words.title}>
      <div className="table-box" tabIndex={0} role="region" aria-label={words.title}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className="figure">
                {words.devices}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row" style={{ paddingLeft: 12 + unit.depth * 18 }}>
                  {unit.name}
                </th>
                <td className="figure">{unit.devices}</td>
                <td className="buttons">
                  {editing?.unit.id === unit.id ? (
                    <UnitForm
                      editing={editing}
                      units={units}
                      done={() => {
                        setEditing(null);
                        changed();
                      }}
                      cancel={() => setEditing(null)}
                    />
                  ) : (
                    <>
                      <button type="button" onClick={() => setEditing({ how: "add", unit })}>
                        {words.add}
                      </button>
                      <button type="button" onClick={() => setEditing({ how: "change", unit })}>
                        {words.rename}
                      </button>
                      {unit.parent === null && me.person && (
                        <button type="button" onClick={() => setEditing({ how: "above", unit })}>
                          {words.addTop}
                        </button>
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function UnitForm({
  editing: { how, unit },
  units,
  done,
  cancel,
}: {
  editing: Editing;
  units: Units;
  done(): void;
  cancel(): void;
}) {
  const words = useAccountWords().units;
  const [name, setName] = useState(how === "change" ? unit.name : "");
  const [parent, setParent] = useState(unit.parent);
  const [code, setCode] = useState("");
  const { busy, problem, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const made =
      how !== "change"
        ? await act("POST", "/v1/units", {
            name,
            parent: how === "add" ? unit.id : null,
            code: code.trim() || null,
          })
        : await act("POST", `/v1/units/${unit.id}`, { name, ...(parent !== null && { parent }) });
    if (made) done();
  };
  return (
    <form className="fields" onSubmit={(event) => void submit(event)}>
      <TextField label={words.name} value={name} set={setName} required autoFocus />
      {how !== "change" && <TextField label={words.code} value={code} set={setCode} />}
      {how === "above" && <p className="faint">{words.addTopLead}</p>}
      {how === "change" && parent !== null && (
        <Select
          label={words.above}
          value={String(parent)}
          options={units.map(({ id, name: text, depth }) => ({
            value: String(id),
            text: "　".repeat(depth) + text,
          }))}
          set={(id) => setParent(Number(id))}
        />
      )}
      <button type="submit" className="primary" disabled={busy}>
        {how === "change" ? words.save : words.make}
      </button>
      <button type="button" onClick={cancel}>
        {words.cancel}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </form>
  );
}
