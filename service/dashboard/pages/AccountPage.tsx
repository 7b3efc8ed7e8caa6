import type { Account } from "../../routes/shapes/people.ts";
import { ChangePassword } from "../account/ChangePassword.tsx";
import { SecondFactor } from "../account/SecondFactor.tsx";
import { Sessions } from "../account/Sessions.tsx";
import { useAnswer } from "../api/useAnswer.ts";
import { useAccessWords, useAccountWords } from "../language.tsx";
import { Facts } from "../ui/Facts.tsx";
import { Section } from "../ui/Section.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** How one signs in oneself. `settled` is called when what was owed is there. */
export function AccountPage({ settled }: { settled?: () => void }) {
  const words = useAccountWords().mine;
  const { roles, duties } = useAccessWords();
  const answer = useAnswer<Account>("/v1/account");
  usePageTitle(words.title);
  return (
    <article className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <Waiting answer={answer}>
        {(mine) => (
          <>
            {mine.secondFactorOwed && <p className="notice">{words.owed}</p>}
            <Section title={mine.name} lead={duties[mine.role]}>
              <Facts
                facts={[
                  { key: "role", label: words.role, value: roles[mine.role] },
                  { key: "login", label: words.login, value: mine.login },
                  { key: "unit", label: words.unit, value: mine.unit.path },
                  ...(mine.until === null
                    ? []
                    : [{ key: "until", label: words.until, value: mine.until }]),
                ]}
              />
            </Section>
            <SecondFactor
              mine={mine}
              changed={() => {
                answer.again();
                settled?.();
              }}
            />
            {mine.hasPassword && <ChangePassword />}
            <Sessions mine={mine} changed={answer.again} />
          </>
        )}
      </Waiting>
    </article>
  );
}
