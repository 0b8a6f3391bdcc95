import { SdpxError, toSdpxError } from "../../base/errors.ts";
import type { Paint } from "../report/style.ts";

/** One thing that doctor looked at. */
export interface Check {
  name: string;
  /** `skip`: it could not be looked at because something before it failed, or there is nothing to look at. */
  status: "ok" | "warn" | "fail" | "skip";
  /** What was found. */
  says: string;
  /** What to do about it; with every warn and fail. */
  fix?: string;
}

export const ok = (name: string, says: string): Check => ({ name, status: "ok", says });
export const warn = (name: string, says: string, fix: string): Check => ({
  name,
  status: "warn",
  says,
  fix,
});
export const fail = (name: string, says: string, fix: string): Check => ({
  name,
  status: "fail",
  says,
  fix,
});
export const skip = (name: string, says: string): Check => ({ name, status: "skip", says });

/** An error as a failed check; a defect of ours is thrown on. */
export function failed(name: string, thrown: unknown): Check {
  const error = toSdpxError(thrown);
  if (error.code === "internal") throw thrown;
  const where = error.where === undefined ? "" : ` (${error.where})`;
  const list = error.list.length === 0 ? "" : `: ${error.list.join("; ")}`;
  return fail(
    name,
    `${error.message}${where}${list}`,
    error.fix ?? "correct what the message names",
  );
}

/** Runs a check; an error that a person can do something about is its finding. */
export async function guarded(
  name: string,
  look: () => Promise<Check | Check[]>,
): Promise<Check[]> {
  try {
    return [await look()].flat();
  } catch (thrown) {
    if (thrown instanceof SdpxError) return [failed(name, thrown)];
    throw thrown;
  }
}

const MARKS = {
  ok: ["green", "✔"],
  warn: ["yellow", "⚠"],
  fail: ["red", "✘"],
  skip: ["dim", "-"],
} as const;

export function renderChecks(checks: readonly Check[], paint: Paint): string {
  const width = Math.max(0, ...checks.map(({ name }) => name.length));
  const lines = checks.map(({ name, status, says, fix }) => {
    const [color, mark] = MARKS[status];
    const advice =
      fix === undefined ? "" : `  ${" ".repeat(width)}    ${paint("dim", "fix")} ${fix}\n`;
    return `  ${paint(color, mark)} ${name.padEnd(width)}  ${says}\n${advice}`;
  });
  const count = (status: Check["status"]) => checks.filter((one) => one.status === status).length;
  return `${lines.join("")}${count("ok")} ok, ${count("warn")} to look at, ${count("fail")} wrong, ${count("skip")} not looked at\n`;
}
