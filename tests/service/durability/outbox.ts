import { type Acknowledgement, acknowledgement } from "#shared/case/observation.ts";
import { aLook, aSight } from "../a-service.ts";

type Request = (address: string, init: RequestInit) => Promise<Response>;

/** A sender as the extension is one: a batch is sent again until it is acknowledged, and only then forgotten. */
export class Outbox {
  readonly token: string;
  /** numbers that were acknowledged */
  readonly acknowledged = new Set<number>();
  known = 0;
  #next = 1;
  #batch: Record<string, unknown>[] = [];

  readonly #request: Request;

  /** @param request how it is sent; over the network unless said */
  constructor(token: string, request: Request = fetch) {
    this.token = token;
    this.#request = request;
  }

  /** Sends until told to stop; a failure to answer is only waited out. */
  async run(
    address: () => string,
    stopped: () => boolean,
    heard: (status: number) => void = () => undefined,
  ): Promise<void> {
    while (!stopped()) {
      if (this.#batch.length === 0) this.#batch = this.#fill();
      try {
        const ack = await this.#send(address(), heard);
        this.known += ack.known;
        for (const { seq } of this.#batch) this.acknowledged.add(Number(seq));
        this.#batch = [];
      } catch {
        await new Promise((resume) => setTimeout(resume, 20));
      }
    }
  }

  #fill(): Record<string, unknown>[] {
    const look = this.#next;
    const sights = Array.from({ length: 24 }, (_, i) =>
      aSight(look + 1 + i, (look * 7 + i) % 500, { acceptedAt: "2026-11-02" }, { look }),
    );
    this.#next += 25;
    return [aLook(look), ...sights];
  }

  async #send(address: string, heard: (status: number) => void): Promise<Acknowledgement> {
    const response = await this.#request(`${address}/v1/observations`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ version: 1, sentAt: Date.now(), records: this.#batch }),
      signal: AbortSignal.timeout(5000),
    });
    heard(response.status);
    if (!response.ok) throw new Error(String(response.status));
    return acknowledgement.parse(await response.json());
  }
}
