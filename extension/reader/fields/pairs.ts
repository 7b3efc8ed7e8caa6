import type { Field } from "#shared/reading/grid.ts";
import { readUnit } from "#shared/reading/values/amount.ts";
import { splitLabelled } from "#shared/reading/values/labelled.ts";
import { meeting } from "../dom.ts";
import type { Leaf } from "./leaves.ts";

export interface Pair extends Field {
  element: Element;
}

export interface Paired {
  pairs: Pair[];
  /** pieces that are neither label nor value */
  rest: Leaf[];
}

const CLOSE = 5;

export const mayLabel = (leaf: Leaf): boolean =>
  (leaf.label || leaf.known) && leaf.cell.text !== "" && leaf.cell.text.length <= 40;

/** Labels with their values: `受理时间：2024-…` in one piece, or a label piece and the piece after it. */
export function pairUp(
  leaves: readonly Leaf[],
  isLabel: (leaf: Leaf) => boolean = mayLabel,
): Paired {
  const pairs: Pair[] = [];
  const rest: Leaf[] = [];
  for (let i = 0; i < leaves.length; i++) {
    const leaf = leaves[i] as Leaf;
    const next = leaves[i + 1];
    const inOne =
      /[:：]\s*\S/.test(leaf.cell.text) && leaf.cell.text.length < 400
        ? splitLabelled(leaf.cell.text)
        : undefined;
    if (inOne && inOne.parts.length > 0 && inOne.parts.some((part) => part.value !== "")) {
      if (inOne.head !== "") rest.push({ ...leaf, cell: { ...leaf.cell, text: inOne.head } });
      inOne.parts.forEach(({ label, value }, n) => {
        const last = n === inOne.parts.length - 1;
        if (value !== "")
          pairs.push({ label, cell: { text: value }, marked: true, element: leaf.element });
        else if (last && next && isValue(leaf, next)) {
          pairs.push({ label, cell: next.cell, marked: true, element: next.element });
          i++;
        }
      });
      continue;
    }
    if (isLabel(leaf) && next && isValue(leaf, next)) {
      const after = leaves[i + 2];
      const unit =
        after &&
        after.cell.text.length <= 6 &&
        /^[\d.]+$/.test(next.cell.text) &&
        readUnit(after.cell.text)?.length === after.cell.text.length;
      pairs.push({
        label: leaf.cell.text,
        cell: unit ? { ...next.cell, text: next.cell.text + after.cell.text } : next.cell,
        element: next.element,
        ...(leaf.sure && { marked: true }),
      });
      i += unit ? 2 : 1;
      continue;
    }
    rest.push(leaf);
  }
  return { pairs, rest };
}

/** The piece after a label is its value unless it is the next label. */
function isValue(label: Leaf, next: Leaf): boolean {
  if (/[:：]\s*$/.test(next.cell.text)) return false;
  const place = meeting(label.element, next.element);
  if (!place || place.up > CLOSE) return false;
  // a heading before a form is not a label of its first field
  const box = next.element.closest("td,th,dt,dd,li");
  if (box && !box.contains(label.element) && !label.element.closest("td,th,dt,dd,li")) return false;
  const alike =
    label.element !== next.element &&
    label.element.tagName === next.element.tagName &&
    label.element.className === next.element.className;
  // two pieces that look the same are label and value only where they are alone together, or one stands in its own cell
  if (next.label && (alike || label.label))
    return (
      label.label &&
      !alike &&
      next.element.tagName !== label.element.tagName &&
      !/^(?:TH|DT|LABEL)$/.test(next.element.tagName)
    );
  if (alike && next.known && label.element.parentElement === next.element.parentElement)
    return label.element.parentElement?.childElementCount === 2 || next.cell.text.length <= 3;
  // one of several alike side by side, as in a menu, is no label of its neighbour
  const row = label.element.parentElement;
  return (
    !alike ||
    label.label ||
    label.element.tagName === "TD" ||
    row !== next.element.parentElement ||
    row === null ||
    row.childElementCount === 2
  );
}
