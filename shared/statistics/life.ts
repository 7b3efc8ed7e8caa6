/** One duration as far as it is known, in any unit. */
export interface Life {
  /** how long it lasted when `event`, else how long it is known to have lasted */
  time: number;
  /** it ended at `time`; false: it was still open then (right censoring) */
  event: boolean;
  /** it came under observation only at this age (left truncation); a life that ended before could never have been seen */
  entry?: number;
  /** how many such lives there are; 1 when absent */
  count?: number;
}

/** Lives that say something: a time that is a number and lies after the entry. The others were never at risk. */
export const atRiskEver = (lives: readonly Life[]): Life[] =>
  lives.filter(
    ({ time, entry, count = 1 }) =>
      Number.isFinite(time) && time >= 0 && count > 0 && (entry === undefined || entry < time),
  );
