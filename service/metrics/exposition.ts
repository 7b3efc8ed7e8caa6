import { BOUNDS, type Histogram } from "./histogram.ts";

/** The media type of what `exposition` writes. */
export const EXPOSITION_TYPE = "text/plain; version=0.0.4; charset=utf-8";

export interface Sample {
  labels?: Readonly<Record<string, string>>;
  value: number;
}
export type Metric = { name: string; help: string } & (
  | { type: "counter" | "gauge"; samples: readonly Sample[] }
  | {
      type: "histogram";
      samples: readonly { labels: Readonly<Record<string, string>>; value: Histogram }[];
    }
);

/** Prometheus' text format 0.0.4. */
export const exposition = (metrics: readonly Metric[]): string =>
  metrics
    .map((metric) =>
      [
        `# HELP ${metric.name} ${metric.help.replace(/\\/g, "\\\\").replace(/\n/g, "\\n")}`,
        `# TYPE ${metric.name} ${metric.type}`,
        ...(metric.type === "histogram"
          ? metric.samples.flatMap(({ labels, value }) => lines(metric.name, labels, value))
          : metric.samples.map(({ labels = {}, value }) => line(metric.name, labels, value))),
        "",
      ].join("\n"),
    )
    .join("");

const line = (name: string, labels: Readonly<Record<string, string>>, value: number): string => {
  const written = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
  return `${name}${written.length > 0 ? `{${written.join(",")}}` : ""} ${value}`;
};

const lines = (
  name: string,
  labels: Readonly<Record<string, string>>,
  { counts, count, sum }: Histogram,
): string[] => [
  ...BOUNDS.map((bound, i) =>
    line(`${name}_bucket`, { ...labels, le: String(bound) }, counts[i] ?? 0),
  ),
  line(`${name}_bucket`, { ...labels, le: "+Inf" }, count),
  line(`${name}_sum`, labels, sum),
  line(`${name}_count`, labels, count),
];

const escaped = (text: string): string =>
  text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
