/**
 * Patterns of personal data that must never travel in a free text (个人信息保护法 28; DOMAIN 6).
 * Both banks use it: the extension before sending, the service on receipt.
 */
export type PersonalKind = "id-number" | "phone" | "bank-card";

const ID_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const LANDLINE = /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/;
const CARD = /(?<!\d)\d{16,19}(?!\d)/g;

/** Luhn check (ISO/IEC 7812-1): without it every long serial number would pass for a card. */
function isCard(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1 && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** The first kind of personal data that the text holds, or `undefined`. */
export function personalIn(text: string): PersonalKind | undefined {
  const plain = text.normalize("NFKC");
  if (ID_NUMBER.test(plain)) return "id-number";
  if (MOBILE.test(plain) || LANDLINE.test(plain)) return "phone";
  if ((plain.match(CARD) ?? []).some(isCard)) return "bank-card";
  return undefined;
}
