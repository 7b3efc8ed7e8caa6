import type { Language } from "#shared/strings/strings.ts";
import { ask, made } from "./call.ts";

/** Fetches a file, tells how much has come, and hands it to the browser to keep. @returns its name @throws Failure */
export async function download(
  path: string,
  fallbackName: string,
  language: Language,
  progress: (received: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const answer = await ask(path, { language, signal });
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  const name = fileName(answer.headers.get("content-disposition")) ?? fallbackName;
  const parts: BlobPart[] = [];
  let received = 0;
  const reader = answer.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw signal.aborted ? cause : made(0, "unreachable");
    });
    if (done) break;
    received += value.length;
    parts.push(value);
    progress(received);
  }
  save(new Blob(parts, { type }), name);
  return name;
}

/** RFC 6266: `filename*` carries the Chinese name, `filename` the plain one. */
export function fileName(disposition: string | null): string | undefined {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      // a badly encoded name is no reason to lose the file: take the plain one
    }
  }
  return /filename="([^"]+)"/i.exec(disposition ?? "")?.[1];
}

export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the browser reads the address after this task
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
