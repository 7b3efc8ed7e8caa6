import { type ChangeEvent, useRef } from "react";
import { useRuleWords } from "../language.tsx";

/** A button for a JSON file; what is in it becomes text, and nothing is sent anywhere by choosing it. */
export function FileInput({ read }: { read: (text: string) => void }) {
  const words = useRuleWords();
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    void file.text().then(read);
    // the same file can be chosen again after it was mended
    event.target.value = "";
  };
  return (
    <p>
      <button type="button" onClick={() => input.current?.click()}>
        {words.chooseFile}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="unseen"
        tabIndex={-1}
        aria-label={words.chooseFile}
        onChange={chosen}
      />
    </p>
  );
}
