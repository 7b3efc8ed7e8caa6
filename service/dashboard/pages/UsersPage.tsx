import { useState } from "react";
import type { User, UserList } from "../../routes/shapes/people.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useAccountWords } from "../language.tsx";
import { Section } from "../ui/Section.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { OneTime } from "../users/OneTime.tsx";
import { Policy } from "../users/Policy.tsx";
import { UserForm } from "../users/UserForm.tsx";
import { UserTable } from "../users/UserTable.tsx";

export interface Handed {
  name: string;
  address: string;
  expiresAt: string;
}

/** The people of one's subtree and what they may do. */
export function UsersPage() {
  const words = useAccountWords().users;
  const answer = useAnswer<UserList>("/v1/users");
  const [link, setLink] = useState<Handed | null>(null);
  const [changing, setChanging] = useState<User | null>(null);
  usePageTitle(words.title);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      {link && <OneTime link={link} />}
      <Waiting answer={answer}>
        {({ users, settings }) => (
          <>
            <Section title={changing ? `${words.change} ${changing.login}` : words.add}>
              <UserForm
                key={changing?.id ?? "new"}
                changing={changing}
                done={(made) => {
                  if (made) setLink(made);
                  setChanging(null);
                  answer.again();
                }}
                cancel={() => setChanging(null)}
              />
            </Section>
            <UserTable users={users} change={setChanging} changed={answer.again} linked={setLink} />
            <Policy settings={settings} changed={answer.again} />
          </>
        )}
      </Waiting>
    </article>
  );
}
