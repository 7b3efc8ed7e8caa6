interface OfTag {
  /** no attribute at all */
  bare: number;
  byClass: Map<string, number>;
  /** more than a class */
  byRest: Map<string, number>;
}

/** more kinds than any page has; two numbers below it make one small integer */
const MOST = 2 ** 15;

/** Numbers for what decides how an element is drawn, as far as it says so itself: its tag, class and style. */
export class Looks {
  private readonly tags = new Map<string, OfTag>();
  private count = 0;
  private parent: Element | null = null;
  private parentLook = 0;

  /** the same number for elements that look alike under parents that look alike; `undefined`: too many kinds to tell */
  ofPair(element: Element): number | undefined {
    const { parentElement } = element;
    // the parts of one cell follow each other
    if (parentElement !== this.parent) {
      this.parent = parentElement;
      this.parentLook = parentElement ? this.of(parentElement) : 0;
    }
    const own = this.of(element);
    return this.count < MOST ? own * MOST + this.parentLook : undefined;
  }

  private of(element: Element): number {
    const { tagName } = element;
    let tag = this.tags.get(tagName);
    if (!tag)
      this.tags.set(tagName, (tag = { bare: ++this.count, byClass: new Map(), byRest: new Map() }));
    if (!element.hasAttributes()) return tag.bare;
    const words = element.getAttribute("class");
    if (words !== null && element.getAttributeNames().length === 1) {
      let look = tag.byClass.get(words);
      if (look === undefined) tag.byClass.set(words, (look = ++this.count));
      return look;
    }
    const style = element.getAttribute("style");
    const named = element.id !== "";
    const rest = `${words ?? ""} ${style ?? ""} ${element.hasAttribute("hidden") ? 1 : 0}${named ? "#" : ""}`;
    let look = tag.byRest.get(rest);
    if (look === undefined) tag.byRest.set(rest, (look = ++this.count));
    return look;
  }
}
