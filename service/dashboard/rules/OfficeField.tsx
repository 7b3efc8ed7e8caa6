import { useEffect, useState } from "react";
import type { OfficeHours } from "#shared/limit/regime.ts";
import { useRuleWords } from "../language.tsx";
import { Words } from "./fields.tsx";
import { officeText, readOffice } from "./officeText.ts";

/** Office hours on one line; those that change with season or weekday are written in the JSON. */
export function OfficeField({
  hours,
  set,
}: {
  hours: readonly OfficeHours[];
  set: (hours: OfficeHours[]) => void;
}) {
  const { fields } = useRuleWords();
  const told = officeText(hours);
  const [text, setText] = useState(told ?? "");
  useEffect(() => {
    // what is half typed stays; what came from elsewhere is shown
    setText((now) =>
      JSON.stringify(readOffice(now)) === JSON.stringify(hours) ? now : (told ?? ""),
    );
  }, [told, hours]);
  if (told === null) return null;
  const typed = (next: string): void => {
    setText(next);
    const read = readOffice(next);
    if (read !== null) set(read);
  };
  return <Words label={fields.office} value={text} set={typed} />;
}
