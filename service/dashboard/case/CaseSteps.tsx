import { dayOfMoment } from "#shared/time/moment.ts";
import type { CaseDetail } from "../../routes/shapes/case.ts";
import { useWords } from "../language.tsx";
import { moment } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";
import { useFactWords } from "./factText.ts";

type Step = CaseDetail["timeline"]["steps"][number];

/** Natural days from day to day; undefined while an end is not known. */
export const stayedDays = ({ enteredAt, leftAt }: Step): number | undefined =>
  enteredAt === undefined || leftAt === undefined
    ? undefined
    : dayOfMoment(leftAt) - dayOfMoment(enteredAt);

/** The steps as the portal lists them, with a bar for the time in each: the longest one is the place to look. */
export function CaseSteps({ detail }: { detail: CaseDetail }) {
  const words = useWords().case;
  const { amount } = useFactWords();
  const { steps } = detail.timeline;
  const limited = steps.some(({ limit }) => limit !== undefined);
  const longest = Math.max(1, ...steps.map((step) => stayedDays(step) ?? 0));
  return (
    <Section title={words.steps}>
      {steps.length === 0 ? (
        <p className="faint">{words.noSteps}</p>
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-label={words.steps}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{words.steps}</th>
                <th scope="col">{words.entered}</th>
                <th scope="col">{words.left}</th>
                {limited && <th scope="col">{words.limit}</th>}
                <th scope="col">{words.stayed}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step, index) => {
                const days = stayedDays(step);
                return (
                  <tr key={`${index}${step.name}`}>
                    <th scope="row">
                      {step.name}
                      {step.department !== undefined && (
                        <small className="under">{step.department}</small>
                      )}
                    </th>
                    <td className="date">{step.enteredAt ? moment(step.enteredAt) : "—"}</td>
                    <td className="date">
                      {step.leftAt ? moment(step.leftAt) : step.enteredAt ? words.running : "—"}
                    </td>
                    {limited && <td>{step.limit ? amount(step.limit) : ""}</td>}
                    <td>
                      {days !== undefined && (
                        <span className="stay">
                          <span className="stay-days">{days}</span>
                          <span className="stay-track" aria-hidden="true">
                            <span
                              className="stay-bar"
                              style={{ width: `${(days / longest) * 100}%` }}
                            />
                          </span>
                        </span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
