/** Everything that is made from the log and from nothing else. */
export const DERIVED = ["cases", "sightings", "case_units", "looks", "step_intervals"] as const;

export type Tables = Readonly<Record<(typeof DERIVED)[number] | "fold", string>>;

const named = (prefix: string): Tables =>
  Object.fromEntries([...DERIVED, "fold"].map((name) => [name, `${prefix}${name}`])) as Tables;

/** Those that are read. */
export const LIVE = named("");

/** Those in which a rebuild makes the same again, while the others go on being read. */
export const SHADOW = named("new_");
