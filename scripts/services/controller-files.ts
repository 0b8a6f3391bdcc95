import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";
import type { AdminUser, Dump } from "../../controller/embedded/index.ts";
import { adminUsersSchema, readState, writeState } from "../../controller/embedded/index.ts";

/** A state that outlives the process: what was there, and how to keep what comes. */
export interface StateFile {
  /** Undefined when there is no file yet. */
  state?: Partial<Dump>;
  /**
   * Replaces the file whole, and returns once it is on disk. The file holds secrets: only its owner may read it.
   * @throws SdpxError `file-missing` when it cannot be written
   */
  save(state: Dump): void;
}

/**
 * Opens the file that an embedded Controller keeps its objects in.
 * @throws SdpxError `file-missing` when it cannot be read, `bad-json` or `bad-input` when it is no such state
 */
export async function openStateFile(path: string): Promise<StateFile> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new SdpxError("file-missing", `the state file cannot be read (${error.code})`, {
      where: path,
      fix: "correct its permissions, or name another file with --state",
      cause: error,
    });
  });
  return {
    ...(text === undefined ? {} : { state: readState(text, path) }),
    save(state) {
      try {
        replaceFile(path, writeState(state));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new SdpxError("file-missing", `the state file cannot be written (${code})`, {
          where: path,
          fix: "make its folder, correct permissions or free disk space",
          cause: error,
        });
      }
    },
  };
}

/** Either the old text or the new one is there, whenever the machine stops. */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** Reads administrators and their rights. @throws SdpxError `file-missing`, `bad-json` or `bad-input` */
export async function readUsersFile(path: string): Promise<AdminUser[]> {
  const text = await readTextFile(path, "file of administrators");
  return checkShape(adminUsersSchema, parseJson(text, path), path, "list of administrators");
}

/** Reads `18-24` or `22`. @throws SdpxError `bad-option` */
export function readApiVersions(text: string): { min: number; max: number } {
  const [, from = "", to = from] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  const [min, max] = [Number(from), Number(to)];
  if (from !== "" && min >= 1 && max >= min) return { min, max };
  throw new SdpxError("bad-option", `"${text}" is not a range of API versions`, {
    where: "--api-versions",
    fix: "--api-versions with a range such as 18-24, or one version",
  });
}
