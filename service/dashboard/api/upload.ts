import type { Language } from "#shared/strings/strings.ts";
import type { Problem } from "../../routes/shapes/common.ts";
import { Failure, made } from "./call.ts";

export interface Uploading {
  language: Language;
  /** share of the file that has gone out, 0…1 */
  sent(share: number): void;
  /** each whole line of an answer that comes bit by bit */
  line?(text: string): void;
}

/**
 * Sends a file as it is. `fetch` does not tell how much of a body has gone out, XMLHttpRequest does.
 * @returns the answer's text @throws Failure when the answer is a problem or none came
 */
export const upload = (path: string, file: Blob, { language, sent, line }: Uploading) =>
  new Promise<string>((done, failed) => {
    const request = new XMLHttpRequest();
    let told = 0;
    const tell = (whole: boolean): void => {
      const text = request.responseText;
      for (;;) {
        const end = text.indexOf("\n", told);
        if (end < 0) break;
        line?.(text.slice(told, end));
        told = end + 1;
      }
      if (whole && told < text.length) line?.(text.slice(told));
    };
    request.open("POST", path);
    request.setRequestHeader("accept-language", language);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      sent(total > 0 ? loaded / total : 1),
    );
    request.addEventListener("progress", () => request.status === 200 && tell(false));
    request.addEventListener("error", () => failed(made(0, "unreachable")));
    request.addEventListener("load", () => {
      if (request.status === 200) {
        tell(true);
        done(request.responseText);
      } else failed(problemOf(request));
    });
    request.send(file);
  });

function problemOf({ status, responseText }: XMLHttpRequest): Failure {
  try {
    return new Failure(JSON.parse(responseText) as Problem);
  } catch {
    // a gateway's page in between: only its status is known
    return made(status, "no-problem-told");
  }
}
