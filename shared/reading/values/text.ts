/** Full-width forms to half-width, odd spaces to one kind: what the eye takes for the same is the same. */
export function fold(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2002-\u200a\u3000]/g, " ")
    .replace(UNSEEN, "")
    .replace(/[〔【]/g, "[")
    .replace(/[〕】]/g, "]");
}
/** Marks without a shape of their own: joiners, soft hyphens, writing directions that change nothing between digits and Han. */
const UNSEEN =
  /(?:\u00ad|\u200b|\u200c|\u200d|\u200e|\u200f|\u2060|\u2066|\u2067|\u2068|\u2069|\u202a|\u202b|\u202c|\ufeff)/g;
const ODD =
  /[\uff01-\uff5e\u00a0\u00ad\u2002-\u200f\u202a-\u202c\u2060\u2066-\u2069\u3000\ufeff〔【〕】]/;

/** What pages write where nothing is to be said. `无` is not among them: for a limit it says something. */
export const isBlank = (text: string): boolean => !beginsWord(text) && BLANK.test(text);
const BLANK = /^[\s\-–—_/\\|.·*～~]*$|^(?:暂无|无数据|暂无数据|null|undefined|nan|n\/a|none)$/i;

/** Begins with a digit or with a Han character other than 暂 and 无: no form of nothing does. */
function beginsWord(text: string): boolean {
  const first = text.charCodeAt(0);
  return (
    (first >= 0x30 && first <= 0x39) ||
    (first >= 0x4e00 && first <= 0x9fff && first !== 0x6682 && first !== 0x65e0)
  );
}
