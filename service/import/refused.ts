/** The file as a whole cannot be taken. Said to the person as it is: what is wrong and what to do, never what stood in a cell. */
export class ImportRefused extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(`${zh}${en}`);
    this.name = "ImportRefused";
    this.zh = zh;
    this.en = en;
  }
}
