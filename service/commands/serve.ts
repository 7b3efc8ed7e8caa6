import { Command } from "commander";
import { settingsFrom } from "../config-file.ts";
import { configFrom } from "../config.ts";
import { serve } from "../serve.ts";

/** `shixian serve`: settings from the environment and the configuration file; Ctrl-C stops it when it has finished. */
export const serveCommand = (): Command =>
  new Command("serve")
    .description("启动服务 · run the service")
    .option("--port <port>", "端口，默认取环境变量 PORT 或 8787 · the port")
    .option("--host <host>", "监听地址，默认 127.0.0.1 · the address to listen at")
    .action(async (options: { port?: string; host?: string }) => {
      const config = configFrom({
        ...settingsFrom(process.env),
        ...(options.port !== undefined && { PORT: options.port }),
        ...(options.host !== undefined && { HOST: options.host }),
      });
      const stop = new AbortController();
      const onSignal = (): void => stop.abort();
      process.once("SIGINT", onSignal);
      process.once("SIGTERM", onSignal);
      await serve(config, {
        signal: stop.signal,
        say: (text) => process.stderr.write(`${text}\n`),
        print: (line) =>
          process.stdout.write(
            `${JSON.stringify({ ...line, at: new Date(line.at).toISOString() })}\n`,
          ),
      });
    });
