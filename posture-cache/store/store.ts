import type { DeviceState } from "../model/device.ts";
import type { StoredDocument } from "../model/document.ts";
import type { SignalTarget } from "../model/policy.ts";
import type { RaisedLevel } from "../model/risk.ts";
import type { Signal } from "../model/signal.ts";
import type { Transition } from "../model/transition.ts";

/** Work that was acknowledged or scheduled and must survive a crash. */
export type Work =
  /** A smart group's membership changed. `at` is Jamf's time of the event. */
  | { kind: "group"; groupId: string; added: string[]; removed: string[]; at: number }
  /** A computer's record may have changed. */
  | { kind: "computer"; jamfId: string }
  /** Read memberships again, because of a disagreement or because a raise expires. */
  | { kind: "recheck"; groupId: string; serials: string[]; expiry: boolean }
  /** Read everything again. */
  | { kind: "sync" };
export type WorkKind = Work["kind"];

export interface NewWork {
  work: Work;
  /** Work with a key that is already there is a duplicate and is not stored again. */
  key: string;
  /** Epoch milliseconds before which it must not begin. */
  dueAt: number;
}

export interface WorkRow {
  id: number;
  work: Work;
  receivedAt: number;
  attempts: number;
}

/** One device's part of a decision. */
export interface DeviceChange {
  state: DeviceState;
  document: StoredDocument;
  transitions: readonly Transition[];
  signals: readonly Signal[];
}

export interface Decision {
  changes: readonly DeviceChange[];
  /** Further work, in the same transaction. */
  enqueue?: readonly NewWork[];
  /** Ids of work that this decision finishes. */
  done?: readonly number[];
}

/** A pending signal. `version` counts how often it was replaced by a later one for the same device and target. */
export interface SignalRow {
  id: number;
  version: number;
  target: SignalTarget;
  serial: string;
  /** For `jsc`: what to set. */
  level: RaisedLevel | "CLEAR" | null;
  urgent: boolean;
  createdAt: number;
  attempts: number;
}

/** A line of the story of a device. */
export type TimelineEntry =
  | ({ what: "transition" } & Transition)
  | {
      what: "signal";
      at: number;
      target: SignalTarget;
      level: string | null;
      state: "pending" | "delivered" | "dead";
      attempts: number;
      detail: string | null;
    };

export interface Binding {
  dn: string;
  firstSeen: number;
  lastSeen: number;
}

/**
 * Everything the cache keeps. Methods are asynchronous so that a shared database can stand behind them.
 * What one method writes is written whole or not at all, and is there after a crash of the process.
 */
export interface Store {
  /** The document of a device, by serial number in any case; the hot path. */
  document(serial: string): Promise<StoredDocument | undefined>;

  /** Stores work unless its key is known. */
  accept(work: NewWork, now: number): Promise<{ id: number; duplicate: boolean }>;
  /** Work whose time has come, oldest first, without the ids in `except`. */
  dueWork(
    kinds: readonly WorkKind[],
    now: number,
    limit: number,
    except: ReadonlySet<number>,
  ): Promise<WorkRow[]>;
  /** When the next pending work of these kinds is due, leaving out `except`. */
  nextWorkAt(kinds: readonly WorkKind[], except: ReadonlySet<number>): Promise<number | undefined>;
  postponeWork(ids: readonly number[], dueAt: number, error: string): Promise<void>;

  /**
   * Loads devices, lets `decide` judge them, and writes its decision: states, documents, transitions, signals,
   * further work and finished work in one transaction. `decide` is pure. Signals for Appgate are kept only for bound devices.
   * @returns the decision that was written.
   */
  decide<D extends Decision>(
    serials: readonly string[],
    decide: (devices: ReadonlyMap<string, DeviceState>) => D,
    now: number,
  ): Promise<D>;
  devices(serials: readonly string[]): Promise<Map<string, DeviceState>>;
  /** Jamf computer id → key of the device, for those that are known. */
  serialsOf(jamfIds: readonly string[]): Promise<Map<string, string>>;
  /** Keys of all devices believed to be in a group. */
  members(groupId: string): Promise<string[]>;
  /** Keys and Jamf ids of the devices whose record was last read before `time` and that are not gone. */
  notReadSince(time: number): Promise<{ serial: string; jamfId: string | null }[]>;
  /** Contributions whose time is over, at most 1,000. */
  expired(now: number): Promise<{ serial: string; source: string; expires: number }[]>;
  deviceCount(): Promise<number>;

  /** Signals whose time has come, urgent first, then oldest, without the ids in `except`. */
  dueSignals(
    target: SignalTarget,
    now: number,
    limit: number,
    except: ReadonlySet<number>,
  ): Promise<SignalRow[]>;
  nextSignalAt(target: SignalTarget, except: ReadonlySet<number>): Promise<number | undefined>;
  /** Marks a signal, unless a later one has taken its place meanwhile. */
  finishSignal(
    row: SignalRow,
    state: "delivered" | "dead",
    detail: string,
    now: number,
  ): Promise<void>;
  postponeSignal(row: SignalRow, dueAt: number, error: string): Promise<void>;

  /** Remembers that a DN asked for a device. @returns the DN that asked last when it is another one. */
  bind(serial: string, dn: string, now: number): Promise<{ isNew: boolean; previous?: string }>;
  bindings(serial: string, seenSince: number): Promise<Binding[]>;

  /** Jamf Security Cloud's ids by UDID. */
  jscIds(udids: readonly string[]): Promise<Map<string, string>>;
  rememberJscIds(ids: ReadonlyMap<string, string>, now: number): Promise<void>;
  forgetJscId(udid: string): Promise<void>;

  timeline(serial: string, limit: number): Promise<TimelineEntry[]>;
  meta(key: string): Promise<string | undefined>;
  setMeta(key: string, value: string): Promise<void>;
  /** Removes finished work and delivered signals from before `time`. */
  prune(time: number): Promise<void>;
  close(): Promise<void>;
}
