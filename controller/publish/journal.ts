import type { Plan, WriteStep } from "./plan-data.ts";
import type { RemoteObject } from "./remote.ts";

/** What became of one step. */
export interface StepResult {
  step: WriteStep;
  status: "done" | "failed" | "not-tried";
  /** The POST or PUT was found to have been carried out although its answer was lost. */
  recognised?: boolean;
  /** The object as it reads back. */
  object?: RemoteObject;
  error?: { code: string; message: string };
  ms: number;
}

/**
 * Told of every step before and after it is tried, and waited for: a journal on disk can make apply resumable and reversible.
 * `before` holds the object as it stands (null when it is to be created), which is what a roll back needs.
 */
export interface PublishJournal {
  begin(plan: Plan): Promise<void>;
  before(step: WriteStep, current: RemoteObject | null): Promise<void>;
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
