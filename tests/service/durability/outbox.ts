import { type Acknowledgement, acknowledgement } from "#shared/case/observation.ts";
import { aLook, aSight } from "../a-service.ts";

/** A sender as the extension is one: a batch is sent again until it is acknowledged, and only then forgotten. */
export class Outbox {
  readonly token: string;
  /** numbers that were acknowledged */
  readonly acknowledged = new Set<number>();
  known = 0;
  #next = 1;
  #batch: Record<string, unknown>[] = [];

  constructor(token: string) {
    this.token = token;
  }

  /** Sends until told to stop; a failure to answer is only waited out. */
  async run(address: () => string, stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      if (this.#batch.length === 0) this.#batch = this.#fill();
      try {
        const ack = await this.#send(address());
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

  async #send(address: string): Promise<Acknowledgement> {
    const response = await fetch(`${address}/v1/observations`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ version: 1, sentAt: Date.now(), records: this.#batch }),
      signal: AbortSignal.timeout(5000),
    });
    if (!response.ok) throw new Error(String(response.status));
    return acknowledgement.parse(await response.json());
  }
}
