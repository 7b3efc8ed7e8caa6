const f64 = () => new Float64Array(0);
const i32 = () => new Int32Array(0);
const u32 = () => new Uint32Array(0);
const u8 = () => new Uint8Array(0);

/** One row for each case. */
export const caseColumns = () => ({
  mask: u32(),
  portal: u32(),
  department: u32(),
  item: u32(),
  step: u32(),
  /** set of the units whose devices saw it */
  units: u32(),
  traits: u32(),
  /** the newest receipt that speaks of it */
  batch: f64(),
  firstAt: f64(),
  lastAt: f64(),
  firstSeenAt: f64(),
  lastSeenAt: f64(),
  /** packed moment */
  started: f64(),
  startedDay: i32(),
  closedDay: i32(),
  filedDay: i32(),
  acceptedDay: i32(),
  deliveredDay: i32(),
  project: u32(),
  flags: u8(),
  /** seconds; `UNKNOWN` where there is no duration */
  natural: u32(),
  naturalEntry: u32(),
  working: u32(),
  workingEntry: u32(),
  spells: u32(),
  spellCount: u32(),
  stays: u32(),
  stayCount: u32(),
  sights: u32(),
  sightCount: u32(),
});

export const NO_DAY = -0x8000_0000;

/** Bits of `flags`. */
export const OPEN = 1;
export const ENDED = 2;
export const SEEN_CLOSED = 4;
export const ACCEPTED = 8;
/** it may count from its first sight, but the calendar does not tell how long that was */
export const ENTRY_UNCOVERED = 16;

/** From a turning point on. `due` is a packed moment. */
export const spellColumns = () => ({ from: f64(), due: f64(), state: u32() });

/** A stay in a step. `net`, `gross` and `gap` in seconds, or `UNKNOWN`. */
export const stayColumns = () => ({
  /** bounds, in seconds of working days; `UNKNOWN`: none, `LASTING`: no end was seen */
  least: u32(),
  most: u32(),
  entry: u32(),
  step: u32(),
  department: u32(),
  net: u32(),
  gross: u32(),
  gap: u32(),
  enteredDay: i32(),
  leftDay: i32(),
  flags: u8(),
});

/** Bits of a stay's `flags`. */
export const LEFT = 1;
export const NO_ENTRY = 2;
export const UNCOVERED = 4;
export const LOOKED = 8;

export const UNKNOWN = 0xffff_ffff;
/** seconds of 68 years: what is longer was misread, and is counted as that */
export const LONGEST = 0x7fff_ffff;
export const LASTING = 0xffff_fffe;

/** On which day it was seen where; each once. */
export const sightColumns = () => ({ day: i32(), source: u32() });
