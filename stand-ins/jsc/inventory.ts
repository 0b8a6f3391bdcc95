import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { type Device, type DeviceSeed, makeDevice, type Risk, riskOf } from "./devices.ts";

/** Who decides the risk: MANUAL pins it, WANDERA hands it back to JSC's own calculation. */
export const SOURCES = ["MANUAL", "WANDERA"] as const;
export type Source = (typeof SOURCES)[number];

/** One call of `PUT /risk/v1/override` that was carried out. */
export interface OverrideEvent {
  type: "override";
  /** Epoch milliseconds by the stand-in's clock. */
  at: number;
  source: Source;
  /** What was asked for; null when a WANDERA call named no risk. */
  risk: Risk | null;
  devices: { guid: string; externalId: string | null; from: Risk; to: Risk }[];
}

export type OverrideListener = (event: OverrideEvent) => void;

/** The devices of the stand-in, in the order in which they were added. */
export class Inventory {
  readonly #devices = new Map<string, Device>();
  readonly #listeners = new Set<OverrideListener>();
  readonly #overrides: OverrideEvent[] = [];
  readonly #clock: Clock;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Every device, also those that have not been synced yet. */
  get all(): readonly Device[] {
    return [...this.#devices.values()];
  }

  /** Devices that calls see now. */
  get known(): readonly Device[] {
    const now = this.#clock.now();
    return this.all.filter(({ knownFrom }) => knownFrom <= now);
  }

  get overrides(): readonly OverrideEvent[] {
    return this.#overrides;
  }

  /** The device with this guid, if calls see it now. */
  find(guid: string): Device | undefined {
    const device = this.#devices.get(guid);
    return device && device.knownFrom <= this.#clock.now() ? device : undefined;
  }

  add(seed: DeviceSeed): Device {
    this.#count += 1;
    const device = makeDevice(this.#count, seed, this.#clock.now());
    this.#devices.set(device.guid, device);
    return device;
  }

  /** @throws SdpxError `not-found` */
  remove(guid: string): void {
    if (!this.#devices.delete(guid)) throw notFound(guid);
  }

  /** JSC's own calculation changes, as after a threat on the network. @throws SdpxError `not-found` */
  setOwnRisk(guid: string, ownRisk: Risk): Device {
    const device = this.#devices.get(guid);
    if (!device) throw notFound(guid);
    return this.#store({ ...device, ownRisk });
  }

  /** Carries out an override on devices that are known, and tells the listeners. */
  override(devices: readonly Device[], source: Source, risk: Risk | null): OverrideEvent {
    const event: OverrideEvent = {
      type: "override",
      at: this.#clock.now(),
      source,
      risk,
      devices: devices.map((device) => {
        const after = this.#store({ ...device, override: source === "MANUAL" ? risk : null });
        const { guid, externalId } = device;
        return { guid, externalId, from: riskOf(device), to: riskOf(after) };
      }),
    };
    this.#overrides.push(event);
    for (const listener of [...this.#listeners]) listener(event);
    return event;
  }

  /** @returns a function that ends the listening */
  listen(listener: OverrideListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #store(device: Device): Device {
    this.#devices.set(device.guid, device);
    return device;
  }
}

function notFound(guid: string): SdpxError {
  return new SdpxError("not-found", `no device has the guid ${guid}`, {
    where: "the JSC stand-in",
  });
}
