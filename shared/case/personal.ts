/**
 * Patterns of personal data that must never travel in a free text (个人信息保护法 28; DOMAIN 6).
 * Both banks use it: the extension before sending, the service on receipt.
 */
export type PersonalKind = "id-number" | "phone" | "bank-card" | "person-name";

const ID_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const LANDLINE = /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/;
const CARD = /(?<!\d)\d{16,19}(?!\d)/g;

/** The hundred commonest, which nine in ten people bear, and compound ones. */
const SURNAME =
  "(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])";
const HAN = "[\\u4e00-\\u9fff]";
/** A name by itself cannot be told from a department's; after a label that announces one, or with a form of address, it can. */
const LABELLED = new RegExp(
  `(?:姓名|申请人|申办人|联系人|经办人|承办人|办理人|审批人|受理人|当事人|来电人|诉求人|投诉人|举报人|代理人|法定代表人|法人代表|负责人) ?: ?${SURNAME}[\\u4e00-\\u9fff·]{1,3}(?!${HAN})`,
);
const ADDRESSED = new RegExp(`${SURNAME}(?:某某?(?!${HAN})|先生|女士|小姐)`);

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
  if (LABELLED.test(plain) || ADDRESSED.test(plain)) return "person-name";
  return undefined;
}
