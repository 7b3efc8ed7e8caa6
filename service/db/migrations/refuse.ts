/** What is appended is never changed nor taken away, by whatever program. */
export const refuse = (table: string, act: "UPDATE" | "DELETE"): string =>
  `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
   BEGIN SELECT raise(ABORT, '${table} is append-only'); END`;
