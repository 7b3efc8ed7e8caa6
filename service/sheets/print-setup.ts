import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import {
  findElement,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
} from "write-excel-file/utility";

/** What the writer takes as a file's content. */
export type FileContent = Stream | Buffer | Blob;

/** The order of elements in ECMA-376, as far as one of ours may stand before or after: CT_Worksheet and CT_Workbook. */
const ORDER = {
  worksheet: [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "autoFilter",
    "mergeCells",
    "conditionalFormatting",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "drawing",
    "legacyDrawing",
  ],
  workbook: ["fileVersion", "workbookPr", "bookViews", "sheets", "definedNames", "calcPr"],
};

/** A4, as wide as one page and as long as it takes, pages numbered, the name of the report above. */
const SETUP = (landscape: boolean): string =>
  `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>`;

const escaped = (text: string): string => sanitizeAttributeValue(text.replaceAll("&", "&&"));

/**
 * How an office prints a workbook: on A4, fitted to the width, the head of the figures on every page, with title and page numbers.
 * @param title stands above each page
 * @param figures the name of the sheet whose first row is a head
 */
export const printSetup = (title: string, figures: string): Feature<FileContent> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform(xml, { sheet, orientation }) {
          const headFoot = `<headerFooter><oddHeader>&amp;C${escaped(title)}</oddHeader><oddFooter>&amp;L${escaped(sheet ?? figures)}&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
          const fitted = put(xml, "sheetPr", `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`);
          const set = put(fitted, "pageSetup", SETUP(orientation === "landscape"));
          return put(set, "headerFooter", headFoot);
        },
      },
      "xl/workbook.xml": {
        transform: (xml) =>
          put(
            xml,
            "definedNames",
            `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(figures)}'!$1:$1</definedName></definedNames>`,
            "workbook",
          ),
      },
    },
  },
});

/** In the place of the one that is there, or where the format wants it: readers refuse a file whose elements stand in another order. */
function put(
  xml: string,
  tag: string,
  markup: string,
  root: keyof typeof ORDER = "worksheet",
): string {
  const there = findElement(xml, tag);
  if (there) return replaceElement(xml, there, markup);
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, ORDER[root], root);
}
