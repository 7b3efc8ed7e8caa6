export const FONT =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif';
export const INK = "#1f2933";
export const FAINT = "#5a6572";
export const LINE = "#d9dfe6";

/** Long names are cut in a drawing and whole in the table. */
export const short = (text: string, most = 14): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
