import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import type { Store } from "../store/store.ts";
import type { SignalSender } from "./outbox.ts";

/**
 * Makes Appgate judge the sessions of one distinguished name again. Handed in by whoever wires the rooms: the cache
 * knows no Controller. Rejects with an SdpxError; `not-found` says that the name has no session, which is as good as done.
 */
export interface Reevaluator {
  reevaluate(distinguishedName: string): Promise<void>;
}

/** A device that no script has asked about for so long has no session left. */
const BOUND_FOR_MS = 30 * 86_400_000;
/** After a day the sessions have been renewed, and judged, by themselves. */
const GIVE_UP_MS = 86_400_000;

/** Re-evaluates every name that a device was seen with. */
export function appgateSender(reevaluator: Reevaluator, store: Store, clock: Clock): SignalSender {
  return {
    target: "appgate",
    // One device a job: a name that fails keeps only its own device waiting.
    batch: 1,
    room: 8,
    async deliver(rows, report) {
      for (const row of rows) {
        const bindings = await store.bindings(row.serial, clock.now() - BOUND_FOR_MS);
        const done: string[] = [];
        const failures: unknown[] = [];
        for (const { dn } of bindings) {
          try {
            await reevaluator.reevaluate(dn);
            done.push(dn);
          } catch (error) {
            if (error instanceof SdpxError && error.code === "not-found") done.push(dn);
            else failures.push(error);
          }
        }
        const [failure] = failures;
        if (failure === undefined) {
          await report(row, { kind: "delivered", detail: done.join("; ") });
          continue;
        }
        const reason = failure instanceof Error ? failure.message : String(failure);
        const refused = failure instanceof SdpxError && failure.code === "remote-refused";
        const late = clock.now() - row.createdAt > GIVE_UP_MS;
        await report(row, { kind: refused || late ? "dead" : "retry", reason });
      }
    },
  };
}
