import { spawn, spawnSync } from "node:child_process";

/** Run inside a network namespace that has only loopback: starts the installed service, uses it, stops it, and prints what it saw. */
const program = process.argv[2] ?? "";
const reached = await fetch("http://192.0.2.1/", { signal: AbortSignal.timeout(3000) }).then(
  () => "reached",
  (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code ?? error),
);
const service = spawn(program, ["serve", "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
let [out, errors] = ["", ""];
service.stderr.on("data", (bytes: Buffer) => void (errors += String(bytes)));
const gone = new Promise<number | null>((resolve) => service.once("exit", resolve));
const address = await new Promise<string>((resolve, reject) => {
  service.stdout.on("data", (bytes: Buffer) => {
    out += String(bytes);
    const found = /"listening","address":"([^"]+)"/.exec(out)?.[1];
    if (found) resolve(found);
  });
  void gone.then((code) => reject(new Error(`the service ended (${code}): ${errors}`)));
});
const enrolled = spawnSync(program, ["enroll", "--unit", "青屿区"]);
const code = String(enrolled.stdout).trim();
const post = async (path: string, body: object, token?: string) => {
  const text = JSON.stringify(body);
  const response = await fetch(address + path, {
    method: "POST",
    body: text,
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(text)),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
  return (await response.json()) as Record<string, unknown>;
};
const { token } = await post("/v1/enrol", { code });
const now = Date.now();
const look = {
  type: "look",
  seq: 1,
  at: now,
  lastAt: now,
  times: 1,
  portal: "spj.qingyu.gov.cn",
  view: "/list",
  kind: "list",
  cases: 0,
  unidentified: 0,
  coverage: { shown: 0 },
  unreadable: [],
  reader: "test",
};
const answer = await post(
  "/v1/observations",
  { version: 1, sentAt: now, records: [look] },
  String(token),
);
const page = await fetch(address);
const html = await page.text();
const script = /src="([^"]+\.js)"/.exec(html)?.[1] ?? "/none";
const metrics = await (await fetch(`${address}/metrics`)).text();
const seen = {
  reached,
  ready: (await fetch(`${address}/readyz`)).status,
  answer,
  page: page.status,
  script: (await fetch(address + script)).headers.get("content-type"),
  accepted: /^shixian_records_accepted_total (\d+)$/m.exec(metrics)?.[1],
};
service.kill("SIGTERM");
process.stdout.write(JSON.stringify({ ...seen, exit: await gone }));
