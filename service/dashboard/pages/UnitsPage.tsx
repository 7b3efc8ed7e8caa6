import { useAnswer } from "../api/useAnswer.ts";
import { useAccountWords } from "../language.tsx";
import type { UnitList } from "../../routes/shapes/access.ts";
import { UnitHistory } from "../units/UnitHistory.tsx";
import { UnitImport } from "../units/UnitImport.tsx";
import { UnitTable } from "../units/UnitTable.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** The tree of units, by hand and by import. */
export function UnitsPage() {
  const words = useAccountWords().units;
  const answer = useAnswer<UnitList>("/v1/units");
  usePageTitle(words.title);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </header>
      <Waiting answer={answer}>
        {({ units }) => (
          <>
            <UnitTable units={units} changed={answer.again} />
            <UnitImport changed={answer.again} />
            <UnitHistory key={JSON.stringify(units.map(({ path }) => path))} />
          </>
        )}
      </Waiting>
    </article>
  );
}
