import type { RuleBookShape } from "../../routes/shapes/rules.ts";
import { useRuleWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";

/** Every file that was ever imported; a reader of cases can ask what it changed. */
export function FilesTable({
  files,
  show,
}: {
  files: RuleBookShape["files"];
  /** absent for those who see no cases */
  show?: ((file: RuleBookShape["files"][number]) => void) | undefined;
}) {
  const words = useRuleWords();
  if (files.length === 0) return <p className="faint">{words.noFiles}</p>;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.files}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.importedAt}</th>
            <th scope="col">{words.importer}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                {words.kinds[file.kind]} {file.name}
              </th>
              <td className="date">{instantText(file.importedAt)}</td>
              <td>{file.importedBy}</td>
              <td>
                {file.replaced ? (
                  <span className="faint">{words.replaced}</span>
                ) : (
                  show && (
                    <button type="button" onClick={() => show(file)}>
                      {words.showChanges}
                    </button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
