import { bench as clock } from "./clock.bench.ts";
import { bench as ingest } from "./ingest.bench.ts";

/** What is measured, in turn. One bench = one file that exports `bench` and a line here. */
const BENCHES: readonly (() => void | Promise<void>)[] = [clock, ingest];

for (const bench of BENCHES) await bench();
