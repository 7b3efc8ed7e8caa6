/** One window beside another. */
export const comparison = {
  before: (title: string) => `${title}（对比期）`,
  change: (title: string) => `${title}（增减）`,
  points: (title: string) => `${title}（增减，百分点）`,
  beforeDefinition: (window: string, n: number, definition: string) =>
    `对比期 ${window}（涉及办件 ${n} 件）的同一数字，按同一统计时点判定。${definition}`,
  changeDefinition: "本期减对比期；正数为增加。增减本身不表示好坏。",
  pointsDefinition: "本期占比减对比期占比，以百分点计；正数为上升。增减本身不表示好坏。",
  absentBefore: "对比期没有此行。",
  absentNow: "本期没有此行。",
  noFigure: "两期中有一期没有数字，不能相减。",
  note: (window: string, n: number, looks: number) =>
    `对比期 ${window}：涉及办件 ${n} 件，终端共查看 ${looks} 次。`,
  noLooks: "对比期内没有终端查看过门户，增减不能说明情况变化。",
  nothingInCommon: "本表各行为单件或不同期间，没有可以逐行对比的数字。",
  with: { previous: "与上期对比（环比）", "last-year": "与上年同期对比（同比）" },
};
