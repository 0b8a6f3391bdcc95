import type { Faults } from "../shared/faults.ts";
import type { Journal } from "../shared/journal.ts";
import type { Shell } from "../shared/server.ts";
import type { Traffic } from "../shared/traffic.ts";
import type { Device, DeviceSeed, Risk } from "./devices.ts";
import type { Inventory, OverrideEvent, OverrideListener } from "./inventory.ts";
import type { Application } from "./login.ts";

interface Parts {
  shell: Shell;
  inventory: Inventory;
  application: Application;
  url: string;
}

/** A running JSC stand-in. */
export class JscStandIn {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Base URL without a slash at the end. */
  get url(): string {
    return this.#parts.url;
  }

  /** Certificate to trust when it serves HTTPS. */
  get caPem(): string | undefined {
    return this.#parts.shell.caPem;
  }

  /** Credentials of the first application. They open nothing but this stand-in. */
  get credentials(): { applicationId: string; applicationSecret: string } {
    const { applicationId, applicationSecret } = this.#parts.application;
    return { applicationId, applicationSecret };
  }

  get journal(): Journal {
    return this.#parts.shell.journal;
  }

  get faults(): Faults {
    return this.#parts.shell.faults;
  }

  get traffic(): Traffic {
    return this.#parts.shell.traffic;
  }

  /** Every device, also those that are not synced yet. */
  get devices(): readonly Device[] {
    return this.#parts.inventory.all;
  }

  /** Overrides that were carried out, oldest first. */
  get overrides(): readonly OverrideEvent[] {
    return this.#parts.inventory.overrides;
  }

  /** The device that came from Jamf Pro with this UDID, in any case of letters. */
  deviceOf(externalId: string): Device | undefined {
    const wanted = externalId.toLowerCase();
    return this.devices.find((device) => device.externalId?.toLowerCase() === wanted);
  }

  addDevice(seed: DeviceSeed = {}): Device {
    return this.#parts.inventory.add(seed);
  }

  /** @throws SdpxError `not-found` */
  removeDevice(guid: string): void {
    this.#parts.inventory.remove(guid);
  }

  /** JSC's own calculation changes. @throws SdpxError `not-found` */
  setOwnRisk(guid: string, risk: Risk): Device {
    return this.#parts.inventory.setOwnRisk(guid, risk);
  }

  /** Calls the listener with each override that is carried out. @returns a function that ends it */
  onEvent(listener: OverrideListener): () => void {
    return this.#parts.inventory.listen(listener);
  }

  /** The next override that fits, so that a test waits for it instead of for a time. */
  nextOverride(fits: (event: OverrideEvent) => boolean = () => true): Promise<OverrideEvent> {
    return new Promise((resolve) => {
      const stop = this.onEvent((event) => {
        if (!fits(event)) return;
        stop();
        resolve(event);
      });
    });
  }

  close(): Promise<void> {
    return this.#parts.shell.app.close();
  }
}
