import { useState } from "react";
import type { z } from "zod";
import type { Problem } from "../../routes/shapes/common.ts";
import type { PortalOffer, portalDecision } from "../../routes/shapes/portal-file.ts";
import { Failure, call } from "../api/call.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useLanguage, useWords } from "../language.tsx";
import { useSession } from "../session.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Section } from "../ui/Section.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { PortalOfferRow } from "./PortalOfferRow.tsx";

export type Decide = (what: z.input<typeof portalDecision>) => void;

/** What colleagues offered: accepted for a unit, refused, switched off; with every version and decision. */
export function PortalFiles() {
  const { language } = useLanguage();
  const words = useWords().portals;
  const { me } = useSession();
  const answer = useAnswer<{ offers: PortalOffer[] }>("/v1/portal-files/offers");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const decides = me.role === "supervisor" || me.role === "system-admin";

  const decide: Decide = (body) => {
    setBusy(true);
    setProblem(null);
    call("/v1/portal-files/decisions", { method: "POST", body, language })
      .then(answer.again)
      .catch((cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        setProblem(cause.problem);
      })
      .finally(() => setBusy(false));
  };
  return (
    <Section title={words.files} lead={words.filesLead}>
      {problem && <ProblemNotice problem={problem} />}
      {!decides && <p className="notice">{words.readOnly}</p>}
      <Waiting answer={answer}>
        {({ offers }) =>
          offers.length === 0 ? (
            <p className="notice">{words.noFiles}</p>
          ) : (
            <div className="table-box" tabIndex={0} role="region" aria-label={words.files}>
              <table className="data">
                <thead>
                  <tr>
                    <th scope="col">{words.file}</th>
                    <th scope="col">{words.offered}</th>
                    <th scope="col">{words.effect}</th>
                    {decides && <th scope="col">{words.decide}</th>}
                  </tr>
                </thead>
                <tbody>
                  {offers.map((offer) => (
                    <PortalOfferRow
                      key={offer.revision}
                      offer={offer}
                      decide={decides ? decide : null}
                      busy={busy}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Waiting>
    </Section>
  );
}
