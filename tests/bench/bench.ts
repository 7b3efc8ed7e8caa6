import { bench as clock } from "./clock.bench.ts";

/** What is measured, in turn. One bench = one file that exports `bench` and a line here. */
const BENCHES: readonly (() => void | Promise<void>)[] = [clock];

for (const bench of BENCHES) await bench();
