import type { User } from "../../routes/shapes/people.ts";
import { useAct } from "../api/useAct.ts";
import { useAccessWords, useAccountWords } from "../language.tsx";
import type { Handed } from "../pages/UsersPage.tsx";
import { useSession } from "../session.tsx";
import { instantText } from "../ui/format.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";

export function UserTable({
  users,
  change,
  changed,
  linked,
}: {
  users: readonly User[];
  change(user: User): void;
  changed(): void;
  linked(link: Handed): void;
}) {
  const words = useAccountWords().users;
  const { roles } = useAccessWords();
  const { me } = useSession();
  const { busy, problem, act } = useAct();
  const set = async (user: User, body: object): Promise<void> => {
    if (await act("POST", `/v1/users/${user.id}`, body)) changed();
  };
  const link = async (user: User): Promise<void> => {
    const made = await act<Omit<Handed, "name">>("POST", `/v1/users/${user.id}/link`);
    if (made) linked({ name: user.name, ...made });
  };
  const signOut = async (user: User): Promise<void> => {
    if (await act("DELETE", `/v1/users/${user.id}/sessions`)) changed();
  };
  const button = (text: string, onClick: () => void) => (
    <button type="button" disabled={busy} onClick={onClick}>
      {text}
    </button>
  );
  return (
    <Section title={words.title}>
      <div className="table-box" tabIndex={0} role="region" aria-label={words.title}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.login}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.until}</th>
              <th scope="col">{words.factor}</th>
              <th scope="col">{words.seen}</th>
              <th scope="col" className="figure">
                {words.sessions}
              </th>
              <th scope="col">{words.acts}</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <tr key={user.id}>
                <th scope="row">{user.name}</th>
                <td>{user.login}</td>
                <td>{roles[user.role]}</td>
                <td>{user.unit.path}</td>
                <td>{words.states[user.state]}</td>
                <td className="date">{user.until ?? "—"}</td>
                <td>{user.secondFactor ? words.yes : words.no}</td>
                <td className="date">{user.lastSeenAt ? instantText(user.lastSeenAt) : "—"}</td>
                <td className="figure">{user.sessions}</td>
                <td className="buttons">
                  {user.id !== me.id && (
                    <>
                      {button(words.change, () => change(user))}
                      {button(words.newLink, () => void link(user))}
                      {user.sessions > 0 && button(words.signOut, () => void signOut(user))}
                      {user.secondFactor &&
                        button(
                          words.resetFactor,
                          () => void set(user, { removeSecondFactor: true }),
                        )}
                      {user.state === "disabled"
                        ? button(words.enable, () => void set(user, { disabled: false }))
                        : button(words.disable, () => void set(user, { disabled: true }))}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
