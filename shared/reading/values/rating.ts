import { fold } from "./text.ts";

const NO =
  /^(?:非常|很|极)?不满意$|^(?:差|非常差|很差|差评)$|^(?:1|2|一|二)星$|^(?:very )?dissatisfied$/;
const YES =
  /^(?:非常|很|比较|基本)?满意$|^(?:好评|好|非常好|很好)$|^(?:3|4|5|三|四|五)星$|^(?:very )?satisfied$/;

/** 好差评 and 满意度 as said: 基本满意 counts as satisfied (国办发〔2019〕51号); a plain number or an empty cell says nothing. */
export function readRating(text: string): boolean | undefined {
  const said = fold(text).trim().toLowerCase();
  return NO.test(said) ? false : YES.test(said) ? true : undefined;
}
