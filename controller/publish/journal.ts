import type { Plan, Resource, WriteStep } from "./plan-data.ts";
import type { RemoteObject } from "./remote.ts";

/** What became of one step. */
export interface StepResult {
  step: WriteStep;
  /** Its place in the plan's `steps`. */
  index: number;
  status: "done" | "failed" | "not-tried";
  /** The write was found to have been carried out although its answer was lost. */
  recognised?: boolean;
  /** An earlier, interrupted run did it. */
  earlier?: boolean;
  /** The object as it reads back; missing after a delete. */
  object?: RemoteObject;
  /** Hash of the object as it reads back, null after a delete. */
  hash?: string | null;
  error?: { code: string; message: string };
  ms: number;
}

/** An object as it stood before the first write; null when it was not there. Never holds the value of a secret. */
export interface SnapshotEntry {
  resource: Resource;
  id: string;
  object: RemoteObject | null;
  /** Device scripts: their content in Base64, which the object itself does not have. */
  file?: string;
}

/**
 * Told of every step before and after it is tried, and waited for: a journal on disk makes an apply resumable and reversible.
 * `begin` gets everything that is about to be touched, before anything is.
 */
export interface PublishJournal {
  begin(plan: Plan, snapshot: readonly SnapshotEntry[]): Promise<void>;
  before(step: WriteStep, index: number): Promise<void>;
  after(result: StepResult): Promise<void>;
  end(results: readonly StepResult[]): Promise<void>;
}

/** Keeps nothing. */
export const noJournal: PublishJournal = {
  begin: () => Promise.resolve(),
  before: () => Promise.resolve(),
  after: () => Promise.resolve(),
  end: () => Promise.resolve(),
};

/** What a journal knows of one step of an earlier run. */
export interface JournalStep {
  index: number;
  status: "tried" | "done" | "failed";
  /** Hash of the object after it, null after a delete; done steps only. */
  hash?: string | null | undefined;
}

/** A run as its journal tells it: what was planned, what stood there before, how far it came. */
export interface RunRecord {
  id: string;
  plan: Plan;
  snapshot: readonly SnapshotEntry[];
  /** Steps that were begun; each once, with the last that is known of it. */
  steps: readonly JournalStep[];
}
