import type { PortalFile } from "#shared/reading/portal-file.ts";
import type { ColumnReading, Reading } from "#shared/reading/reading.ts";
import { headersOf } from "#shared/reading/taught.ts";
import { statusKind } from "#shared/reading/values/status.ts";
import type { InPage } from "#shared/strings/in-page.ts";
import type { Strings } from "#shared/strings/strings.ts";
import { viewOf } from "../look-of.ts";
import { ask } from "../messages/messages.ts";
import type { FoundGrid } from "../reader/grids/find-grids.ts";
import { inEffect } from "../portals/stored-portal.ts";
import { columnBox } from "./columns.ts";
import { type Taken, choicesFrom, fileOf, idOf } from "./draft.ts";
import { PANEL_CSS, box, download, make } from "./elements.ts";
import { outline } from "./outline.ts";
import { preview } from "./preview.ts";
import { statusSettings, tableSettings } from "./settings.ts";
import type { TeachableFrame } from "./teachable-frame.ts";

export type Words = InPage & Pick<Strings, "teach">;
export type Ended = "closed" | "pick-again" | "twin";

/** The panel for one table; settles when the person leaves it. @param table selector of a table that the reader alone does not find */
export function panel(
  frame: TeachableFrame,
  found: FoundGrid,
  table: string | undefined,
  words: Words,
): Promise<Ended> {
  const { document } = frame.window;
  const { teach } = words;
  const mine = new AbortController();
  const { host, root } = box(document, "shixian-teach", PANEL_CSS, mine.signal);
  const taken: Taken = { host: frame.host, view: viewOf(pathParts(frame.path)) };
  const headers = headersOf(found.grid);
  const blank = choicesFrom(undefined, headers, table);
  /** what was taught here, else what a colleague taught: teaching goes on from there */
  const before = () => inEffect(frame.stored()).find(({ id }) => id === idOf(taken, blank));
  const choices = choicesFrom(before(), headers, table);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const draft = (): PortalFile => fileOf(taken, choices, (before()?.version ?? 0) + 1, today);
  const others = () => inEffect(frame.stored()).filter(({ id }) => id !== idOf(taken, choices));
  const whole = outline(document, mine.signal);
  const column = outline(document, mine.signal);

  const say = make(document, "p", { role: "status" });
  const tell = (text: string, good = true) => {
    say.textContent = text;
    say.className = good ? "good" : "bad";
  };
  const body = make(document, "div");
  const result = make(document, "div", { "data-preview": "", "aria-live": "polite" });
  const section = make(document, "section");
  host.setAttribute("role", "dialog");
  host.setAttribute("aria-label", teach.title);

  return new Promise((resolve) => {
    const end = (how: Ended) => {
      mine.abort();
      resolve(how);
    };
    frame.signal.addEventListener("abort", () => end("closed"), { signal: mine.signal });
    root.addEventListener(
      "keydown",
      (event) => (event as KeyboardEvent).key === "Escape" && end("closed"),
      { signal: mine.signal },
    );
    root.addEventListener(
      "focusin",
      ({ target }) => outlineColumn((target as Element).closest("[data-column]")),
      { signal: mine.signal },
    );
    root.addEventListener(
      "mouseover",
      ({ target }) => outlineColumn((target as Element).closest("[data-column]")),
      { signal: mine.signal },
    );

    section.append(
      make(document, "h2", {}, teach.title),
      make(document, "p", { class: "soft" }, teach.intro),
      make(document, "p", {}, teach.rows(found.grid.rows.length)),
      button(teach.pickAgain, () => end("pick-again")),
      body,
      make(document, "h3", {}, teach.preview),
      result,
      say,
      button(teach.save, () => void save(), "main"),
      button(teach.forget, () => void forget()),
      button(teach.offer, () => void offer()),
      button(teach.exportFile, () =>
        download(
          document,
          `${draft().id}.json`,
          "application/json",
          JSON.stringify(draft(), null, 2),
        ),
      ),
      button(teach.twin, () => end("twin")),
      button(teach.close, () => end("closed")),
    );
    root.append(section);
    whole.around([found.root]);
    draw();
    section.querySelector("select")?.focus({ preventScroll: true });

    /** Draws all anew and keeps the focus where it was. */
    function draw(): void {
      const focused = (root.activeElement as HTMLSelectElement | null)?.name;
      const at =
        focused && root.activeElement?.closest("[data-column]")?.getAttribute("data-column");
      const page = frame.read([draft(), ...others()]);
      const read = columnsOf(page.reading);
      const plain = columnsOf(frame.read(others()).reading);
      const concepts = headers.map((_, i) => choices.concepts[i] ?? read[i]?.concept ?? "other");
      const statuses = statusSettings(document, found, concepts, choices, statusKind, teach, draw);
      body.replaceChildren(
        ...headers.flatMap((_, i) =>
          found.grid.columns[i]?.hidden
            ? []
            : [
                columnBox(
                  document,
                  found,
                  i,
                  { plain: plain[i], now: read[i] },
                  choices,
                  teach,
                  draw,
                ),
              ],
        ),
        ...tableSettings(document, found, concepts, choices, teach, draw),
        ...(statuses ? [statuses] : []),
      );
      result.replaceChildren(preview(document, page, words));
      if (!focused) return;
      const again = [...body.querySelectorAll<HTMLSelectElement>("select")].find(
        (each) => each.name === focused && (!at || each.closest(`[data-column="${at}"]`)),
      );
      again?.focus({ preventScroll: true });
    }

    async function save(): Promise<void> {
      const saved = await ask("savePortal", { file: draft() });
      if (saved.ok) tell(teach.saved);
      else tell(teach.notSaved(saved.why), false);
    }
    async function forget(): Promise<void> {
      await ask("forgetPortal", { id: idOf(taken, choices) });
      Object.assign(choices, choicesFrom(undefined, headers, table), {
        dates: undefined,
        unit: undefined,
        acceptedAt: undefined,
      });
      draw();
      tell(teach.forgotten);
    }
    async function offer(): Promise<void> {
      const how = await ask("offerPortal", { id: idOf(taken, choices) });
      tell(teach.offered[how], how === "offered");
    }
  });

  /** by column of the table, where the page was read from it */
  function columnsOf({ columns }: Reading): (ColumnReading | undefined)[] {
    const own = columns.filter(({ grid }) => grid === found.grid.id);
    return headers.map((_, i) => own.find(({ index }) => index === i));
  }
  function outlineColumn(at: Element | null): void {
    const index = at?.getAttribute("data-column");
    if (index === null || index === undefined) return column.hide();
    column.around(
      found.cells.flatMap((row) => row[Number(index)] ?? []),
      true,
    );
  }
  function button(text: string, click: () => void, className = ""): HTMLButtonElement {
    const made = make(
      document,
      "button",
      { type: "button", ...(className !== "" && { class: className }) },
      text,
    );
    made.addEventListener("click", click, { signal: mine.signal });
    return made;
  }
}

const pathParts = (path: string): { pathname: string; hash: string } => {
  const at = path.indexOf("#");
  return at < 0
    ? { pathname: path, hash: "" }
    : { pathname: path.slice(0, at), hash: path.slice(at) };
};
