import type { PortalFile } from "#shared/reading/portal-file.ts";
import type { Language } from "#shared/strings/strings.ts";
import type { JudgedPage } from "../judged-page.ts";
import type { StoredPortal } from "../portals/stored-portal.ts";

/** What a supervised frame lends to the tools that are opened in it. */
export interface TeachableFrame {
  window: Window;
  /** host with port, and path with hash route, of the portal that the frame belongs to */
  host: string;
  path: string;
  language: Language;
  /** aborted when the extension is switched off, updated, or another tool takes over: everything vanishes */
  signal: AbortSignal;
  /** every portal file of this browser */
  stored(): readonly StoredPortal[];
  /** What the page gives with these portal files, with verdicts, now. Nothing is shown or recorded. */
  read(files: readonly PortalFile[]): JudgedPage;
  /** the other frames of the page were asked too: they may close now */
  chosen(): void;
}
