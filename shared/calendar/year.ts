/**
 * What one year's notices say, as data. A later notice of the same year overrides an earlier one day by day, and each keeps its
 * date of publication, so that "as known on a day" can be answered.
 */
export interface CalendarYear {
  year: number;
  notices: readonly Notice[];
}

export interface Notice {
  title: string;
  /** number of the document (国办发明电〔…〕…号), where it bears one */
  number?: string | undefined;
  /** the day printed under the notice, `YYYY-MM-DD` */
  published: string;
  address: string;
  /** name, first day off, last day off: the whole break as the notice states it, weekends included */
  off: readonly (readonly [name: string, first: string, last: string])[];
  /** name of the holiday that it makes up for, and the rest day that is worked (调休上班) */
  makeUp: readonly (readonly [name: string, day: string])[];
}

/** Days off and worked that hold in one place only: 民族地方 holidays, emergency closures, a hall's own days. */
export interface Overlay {
  id: string;
  name: string;
  /** the years for which it is complete; a calendar with this overlay reaches no further */
  years: readonly CalendarYear[];
}
