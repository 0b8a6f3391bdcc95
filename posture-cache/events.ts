import type { SignalTarget } from "./model/policy.ts";
import type { RiskLevel } from "./model/risk.ts";

/** What the service tells those who listen in the same process. Times are epoch milliseconds. */
export type CacheEvent =
  /** A webhook is on disk and 202 is being sent. */
  | { type: "webhook-acknowledged"; at: number; id: number; event: string; duplicate: boolean }
  /** Everything was read from Jamf Pro. */
  | { type: "synced"; at: number; devices: number }
  | {
      type: "risk-changed";
      at: number;
      serial: string;
      from: RiskLevel | null;
      to: RiskLevel | null;
      reasons: readonly string[];
      cause: string;
    }
  /** `detail` says what was sent: a level, or the distinguished names. */
  | { type: "signal-delivered"; at: number; serial: string; target: SignalTarget; detail: string }
  | {
      type: "signal-failed";
      at: number;
      serial: string;
      target: SignalTarget;
      reason: string;
      willRetry: boolean;
    };

export type CacheListener = (event: CacheEvent) => void;

/** Hands events to listeners. A listener that throws is its own problem, not the service's. */
export function eventHub(onListenerError: (error: unknown) => void) {
  const listeners = new Set<CacheListener>();
  return {
    emit(event: CacheEvent) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    /** @returns a function that ends the listening */
    listen(listener: CacheListener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
