/** Why each thing that the reader misses on the corpus is missed; a miss that is not here is a regression. */
const EXPLAINED: readonly [miss: RegExp, why: string][] = [
  [
    /^fields: alaveteli-request-show\.html .*department/,
    "the authority stands in a sentence only, without a label; an office taken from prose would be a guess",
  ],
  [
    /^fields: epower-result-view\.html .*item/,
    "the page's own field holds firm and item in one string without a mark between them; it is shown as it stands",
  ],
  [
    /^overdueFound: risenet-pause-ligergrid\.html/,
    "the case is in a special procedure (行政许可法 45) and the page does not say since when: the clock stands, nobody is accused",
  ],
  [
    /^overdueFound: (?:widget-avue-crud|widget-vxe-realestate)\.html/,
    "closed, and the page has no closing time: whether it was closed before its due date cannot be told",
  ],
];

/** The scorer's lines, each miss with its reason below it. */
export const explain = (text: string): { text: string; unexplained: number } => {
  let unexplained = 0;
  const lines = text.split("\n").flatMap((line) => {
    if (!/^(?:kind|columns|fields|steps|guides|negatives|overdueFound|wrongOverdue): /.test(line))
      return [line];
    const why = EXPLAINED.find(([miss]) => miss.test(line))?.[1];
    if (why === undefined) unexplained++;
    return [line, `  ${why ?? "NOT EXPLAINED"}`];
  });
  return { text: lines.join("\n"), unexplained };
};
