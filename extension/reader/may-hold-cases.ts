import { isStepName, stepRole } from "#shared/reading/lexicon/steps.ts";
import { headerWords, meanings } from "#shared/reading/lexicon/meanings.ts";
import { splitLabelled } from "#shared/reading/values/labelled.ts";

const LONGEST_LABEL = 60;
const LONGEST_LINE = 600;
/** names of letters drawn one by one */
const LETTERS = 3;
/** texts between two rests */
const STEP = 500;
const TABLES = "table,[role=row],[role=grid],[role=treegrid],[role=columnheader],[role=cell]";
const LETTER = /[A-Za-z\u4e00-\u9fff\uff21-\uff5a]/;
const BRACKET = /[[\]()（）【】〔〕]/;
/** punctuation and numbers behind words: no name of anything, as the lexicon has it */
const SENTENCE = /[，。；！,;!]|[\u4e00-\u9fff].*[\d０-９]/;

/**
 * Can anything on a page be the name of a column, of a field or of a step? Where nothing can, there is no case, no history and no guide,
 * and nothing else of it need be read: news, notices, photographs. Every text of the page is asked, and nothing of its layout. A page
 * with a table is read whole, since its columns may have been given other names.
 */
export function* mayHoldCases(root: Element): Generator<void, boolean> {
  if (root.querySelector(TABLES) !== null) return true;
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let letters = 0;
  let asked = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (++asked % STEP === 0) yield;
    const text = (node as Text).data;
    if (text.length > LONGEST_LINE) {
      letters = 0;
      if (/[:：]/.test(text)) return true;
      continue;
    }
    const words = text.trim();
    if (words === "") continue;
    letters = words.length === 1 && LETTER.test(words) ? letters + 1 : 0;
    if (letters >= LETTERS || isSign(words)) return true;
  }
  return false;
}

function isSign(words: string): boolean {
  if (/[:：]/.test(words))
    return (
      isLabel(words) ||
      splitLabelled(words).parts.some(({ label }) => isLabel(label) || isLabel(label.slice(-6)))
    );
  return isLabel(words);
}

function isLabel(text: string): boolean {
  if (text.length > LONGEST_LABEL || !LETTER.test(text)) return false;
  if (!BRACKET.test(text) && SENTENCE.test(text)) return false;
  const role = stepRole(headerWords(text));
  if (role !== undefined && role !== "other") return true;
  return meanings(text).some(speaks) || isStepName(text);
}

const speaks = (meaning: string): boolean => !/^(?:other|index|selector|action)\b/.test(meaning);
