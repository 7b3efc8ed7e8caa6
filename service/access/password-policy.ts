/** Why a password is refused; texts in `shared/strings`. */
export const WEAKNESSES = ["too-short", "too-long", "guessable", "own-name"] as const;
export type Weakness = (typeof WEAKNESSES)[number];

export const SHORTEST = 12;
const LONGEST = 128;

// what an office here would think of first; the dictionaries below are of other countries
const LOCAL = [
  "shixian",
  "zhengwu",
  "zhengfu",
  "dating",
  "shenpi",
  "xingzheng",
  "duban",
  "ducha",
  "jiwei",
  "banjian",
  "yanshi",
  "ceshi",
  "mima",
  "guanli",
  "guanliyuan",
  "woaini",
  "zhongguo",
  "beijing",
  "shanghai",
  "wangluo",
  "renmin",
  "xitong",
  "daguanjia",
  "abcd1234",
  "1qaz2wsx",
  "aa123456",
  "5201314",
  "时限",
  "政务",
  "大厅",
  "密码",
];

/**
 * NIST SP 800-63B: length and guessability, no rule about kinds of characters and no forced change. Guesses are estimated by zxcvbn over
 * 30 000 common passwords, keyboard runs, dates and repeats: fewer than 10^8 is refused.
 * @param own the login, name and unit of whoever chooses it
 */
export async function weaknessOf(
  password: string,
  own: readonly string[],
): Promise<Weakness | undefined> {
  const text = password.normalize("NFKC");
  if (widthOf(text) < SHORTEST) return "too-short";
  if (text.length > LONGEST) return "too-long";
  const lower = text.toLowerCase();
  const names = own.flatMap((each) => each.toLowerCase().split(/[\s/@._-]+/));
  if (
    names.some((name) => name.length >= 3 && lower.includes(name) && lower.length < name.length + 8)
  )
    return "own-name";
  const estimate = await estimator();
  return estimate(text, [...names, ...LOCAL]) < 8 ? "guessable" : undefined;
}

/** A Chinese character counts twice: there are thousands of them. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (/\p{Script=Han}/u.test(each) ? 2 : 1), 0);

let made: Promise<(text: string, words: string[]) => number> | undefined;

/** Its dictionaries are two megabytes: read when the first password is chosen. @returns the power of ten of the guesses */
const estimator = (): NonNullable<typeof made> =>
  (made ??= (async () => {
    const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
      import("@zxcvbn-ts/core"),
      import("@zxcvbn-ts/language-common"),
    ]);
    const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    return (text, words) => zxcvbn.check(text, words).guessesLog10;
  })());
