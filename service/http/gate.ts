import { Problem } from "./problem.ts";

/** Lets so many in at once and sends the others away with the time after which to come again. */
export interface Gate {
  /** @returns what lets the next one in @throws Problem `overloaded` */
  enter(): () => void;
}

export function gate(most: number): Gate {
  let inside = 0;
  return {
    enter() {
      if (inside >= most) throw new Problem("overloaded", { headers: { "retry-after": "10" } });
      inside++;
      let left = false;
      return () => {
        if (!left) inside--;
        left = true;
      };
    },
  };
}
