import { fold } from "./text.ts";

const SHAPE = /^[[(]?[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff\-_*/.()[\]〔〕#:]*$/;

/** Can the text be the number of something: mostly digits and letters, at least one digit, no sentence, no date, no amount? */
export function isCode(raw: string): boolean {
  const text = fold(raw).trim();
  if (text.length < 1 || text.length > 48 || !/\d/.test(text) || !SHAPE.test(text)) return false;
  const han = text.replace(/[^\u4e00-\u9fff]/g, "");
  if (han.length > 8) return false;
  if (/^\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?$/.test(text)) return false;
  if (/^\d+(?:\.\d+)?(?:个|天|日|小时|分|%|元|工作日|人|件|次|年|月)/.test(text)) return false;
  if (han.length > 0 && !/[号字第件案编]|\d{4}/.test(text)) return false;
  return true;
}

/** The page masks its own number. */
export const isMasked = (code: string): boolean => /[*＊×xX]{3,}|\*\*/.test(code);

const MOBILE = /(?<!\d)1[3-9]\d[\d*xX]{4}\d{4}(?!\d)/;
const RESIDENT_ID =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20|\*{2})[\d*]{2}[\d*]{2}[\d*]{2}[\d*]{3}[\dXx*](?![\dA-Za-z])/;

export const isPhone = (text: string): boolean =>
  MOBILE.test(text) || /^0\d{2,3}-?\d{7,8}$/.test(text.trim());
export const isResidentId = (text: string): boolean => RESIDENT_ID.test(text);
/** 统一社会信用代码: 18 places */
export const isCreditCode = (text: string): boolean =>
  /^9[1-9]\d{6}[\dA-Z*]{10}$/.test(text.trim());
