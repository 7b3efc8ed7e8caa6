import { useEffect, useRef } from "react";
import type { ECharts, EChartsCoreOption } from "echarts/core";

/** A4 standing and lying with our margins and the frame of a chart, in CSS pixels. */
const PRINT_WIDTH = { standing: 650, lying: 960 };

/** Draws an option in the width that there is. The engine is fetched with the first drawing, not with the page. */
export function Chart({
  option,
  height,
  label,
  pick,
}: {
  option: EChartsCoreOption;
  height: number;
  label: string;
  pick?: (data: unknown) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const picked = useRef(pick);
  picked.current = pick;
  useEffect(() => {
    let chart: ECharts | undefined;
    let gone = false;
    const stop: (() => void)[] = [];
    void import("./engine.ts").then(({ init }) => {
      const element = box.current;
      if (gone || element === null) return;
      chart = init(element, undefined, { renderer: "svg" });
      chart.setOption(option);
      chart.on("click", ({ data }) => picked.current?.(data));
      const fit = (): void => chart?.resize();
      const sheet = element.closest(".wide") ? "lying" : "standing";
      const toPaper = (): void => chart?.resize({ width: PRINT_WIDTH[sheet] });
      const watch = new ResizeObserver(fit);
      watch.observe(element);
      addEventListener("beforeprint", toPaper);
      addEventListener("afterprint", fit);
      stop.push(
        () => watch.disconnect(),
        () => removeEventListener("beforeprint", toPaper),
        () => removeEventListener("afterprint", fit),
      );
    });
    return () => {
      gone = true;
      for (const each of stop) each();
      chart?.dispose();
    };
  }, [option]);
  return <div ref={box} className="chart" style={{ height }} role="img" aria-label={label} />;
}
