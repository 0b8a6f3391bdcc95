import type { Agent } from "undici";
import type { Clock } from "../../../base/clock.ts";
import { SdpxError } from "../../../base/errors.ts";
import { checkShape } from "../../../base/json.ts";
import { agentFor, deliver, type Delivery } from "./deliver.ts";
import type { WebhookEvent } from "./events.ts";
import { envelope, type Payload, toXml } from "./payloads.ts";
import { type Webhook, type WebhookInput, webhookSchema } from "./webhook.ts";

/** Order of the envelope's two keys; `alternate` changes it with every delivery. */
export type KeyOrder = "webhook-first" | "event-first" | "alternate";

export interface SenderOptions {
  clock: Clock;
  /** Authorities trusted for receivers, PEM; the system's own when left out. */
  caPem: string | undefined;
  keyOrder: KeyOrder;
}

/** An event that is to be told to whoever has a webhook for it. */
export interface Announcement {
  event: WebhookEvent;
  payload: Payload;
  /** For group events: the group. Webhooks of another group are not told. */
  groupId?: number;
}

/** The webhooks of the stand-in and what became of each delivery. */
export class Webhooks {
  readonly #webhooks = new Map<number, Webhook>();
  readonly #agents = new Map<number, Agent>();
  readonly #deliveries: Delivery[] = [];
  readonly #options: SenderOptions;
  #trusted: readonly string[];
  #last = 0;
  #sent = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#trusted = options.caPem === undefined ? [] : [options.caPem];
  }

  get all(): readonly Webhook[] {
    return [...this.#webhooks.values()];
  }

  /** Every attempt so far, oldest first. */
  get deliveries(): readonly Delivery[] {
    return this.#deliveries;
  }

  get(id: number): Webhook | undefined {
    return this.#webhooks.get(id);
  }

  /** Adds a webhook, or replaces the one of the same name. @throws SdpxError `bad-input` */
  set(input: WebhookInput): Webhook {
    const webhook = checkShape(webhookSchema, input, "webhook", "webhook");
    const known = this.all.find(({ name }) => name === webhook.name);
    return this.#put(known?.id ?? (this.#last += 1), webhook);
  }

  /** Changes a webhook by its id. @throws SdpxError `not-found`, `bad-input` */
  replace(id: number, input: WebhookInput): Webhook {
    if (!this.#webhooks.has(id)) throw notFound(id);
    return this.#put(id, checkShape(webhookSchema, input, `webhook ${id}`, "webhook"));
  }

  /** @throws SdpxError `not-found` */
  delete(id: number): void {
    if (!this.#webhooks.delete(id)) throw notFound(id);
    this.#dropAgent(id);
  }

  /**
   * Tells each announcement, in order, to the webhooks that are for it; different webhooks at the same time.
   * Resolves when every attempt has ended.
   */
  async announce(announcements: readonly Announcement[]): Promise<Delivery[]> {
    const now = this.#options.clock.now();
    const lanes = this.all
      .filter((webhook) => webhook.enabled)
      .map(async (webhook) => {
        const deliveries: Delivery[] = [];
        for (const announcement of announcements) {
          if (!isFor(webhook, announcement)) continue;
          const body = this.#body(webhook, announcement, now);
          const agent = this.#agent(webhook);
          const delivery = await deliver(webhook, body, this.#options.clock, agent);
          this.#deliveries.push(delivery);
          deliveries.push(delivery);
        }
        return deliveries;
      });
    return (await Promise.all(lanes)).flat();
  }

  /** Trusts one more authority, PEM, from the next delivery on. */
  trust(caPem: string): void {
    this.#trusted = [...this.#trusted, caPem];
    for (const id of [...this.#agents.keys()]) this.#dropAgent(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
    this.#agents.clear();
  }

  #put(id: number, webhook: Omit<Webhook, "id">): Webhook {
    const stored = { ...webhook, id };
    this.#dropAgent(id);
    this.#webhooks.set(id, stored);
    return stored;
  }

  #agent(webhook: Webhook): Agent {
    const agent = this.#agents.get(webhook.id) ?? agentFor(webhook, this.#trusted);
    this.#agents.set(webhook.id, agent);
    return agent;
  }

  #dropAgent(id: number): void {
    void this.#agents.get(id)?.close();
    this.#agents.delete(id);
  }

  #body(webhook: Webhook, { event, payload }: Announcement, now: number): string {
    const { keyOrder } = this.#options;
    const turn = this.#sent % 2 === 0 ? "event-first" : "webhook-first";
    this.#sent += 1;
    const order = keyOrder === "alternate" ? turn : keyOrder;
    const body = envelope(webhook, event, payload, now, order);
    return webhook.contentType === "application/json" ? JSON.stringify(body) : toXml(body);
  }
}

function isFor(webhook: Webhook, { event, groupId }: Announcement): boolean {
  if (webhook.event !== event) return false;
  return groupId === undefined || webhook.smartGroupId === -1 || webhook.smartGroupId === groupId;
}

function notFound(id: number): SdpxError {
  return new SdpxError("not-found", `no webhook has the id ${id}`, {
    where: "the Jamf Pro stand-in",
  });
}
