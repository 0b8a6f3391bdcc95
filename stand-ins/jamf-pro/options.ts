import type { ServeOptions } from "../shared/server.ts";
import type { InventoryVersion } from "./api/inventory.ts";
import type { ApiClient, ApiUser } from "./api/privileges.ts";
import type { KeyOrder } from "./webhooks/sender.ts";

export interface JamfProOptions extends ServeOptions {
  /** API clients; one with every read privilege and random credentials when left out. */
  clients?: readonly ApiClient[];
  /** Local users for Basic sign-in; none when left out. */
  users?: readonly ApiUser[];
  /** Lifetime of the standard client's tokens, in seconds; 600 when left out. */
  tokenLifetimeSeconds?: number;
  /** Versions of computers-inventory that exist; 1, 2 and 3 when left out, as in Jamf Pro 11.26. */
  inventoryVersions?: readonly InventoryVersion[];
  /** Whether the sign-in of old, `/uapi/auth/tokens`, is there; no when left out. */
  legacyUapi?: boolean;
  /** Authority trusted for webhook receivers, PEM, beside the system's own. */
  webhookCaPem?: string;
  /** Order of the two keys in a webhook's body; it alternates when left out, as both occur. */
  webhookKeyOrder?: KeyOrder;
  /** Starts with a few invented computers and groups; no when left out. */
  samples?: boolean;
}
