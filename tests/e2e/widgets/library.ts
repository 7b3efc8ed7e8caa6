/** A widget library as offices run it, and how it draws our one list of cases. One more technology is one more file of this shape. */
export interface Library {
  /** what it is called and which version it is */
  name: string;
  /** its scripts and sheets in the order to load, as paths below node_modules */
  assets: readonly string[];
  css?: string;
  /** the page's body; `#app` is there in any case */
  body?: string;
  /**
   * Runs in the page with `COLUMNS`, `ROWS` and `SIZE` (rows a page) at hand, draws the list into `#app` and hands back how to give it
   * other rows: `window.load = (rows) => …`, as a portal does after a search or a refresh.
   */
  script: string;
  /** what a person clicks for the second page; absent where all rows are in one scroller */
  next?: string;
  /** what a person clicks to sort by 受理时间 */
  sort?: string;
  /** the element that scrolls the rows */
  scroller?: string;
  /** the pager tells how many there are in all */
  total?: true;
  /** the pager tells which page this is */
  page?: true;
}
