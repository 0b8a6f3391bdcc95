import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { SdpxError } from "./errors.ts";

/** Reads a UTF-8 text file that a person named. @throws SdpxError `file-missing` */
export async function readTextFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOENT"
        ? "does not exist"
        : code === "EISDIR"
          ? "is a folder"
          : `cannot be read (${code})`;
    throw new SdpxError("file-missing", `the ${what} ${why}`, {
      where: path,
      fix: "check the path; it is taken relative to the current folder",
      cause: error,
    });
  }
}

/** Line and column (both from 1) at which `JSON.parse` gave up, from the text itself. */
function jsonErrorPosition(text: string, error: unknown): string {
  const match = /position (\d+)/.exec(error instanceof Error ? error.message : "");
  const at = match ? Number(match[1]) : text.length;
  const before = text.slice(0, at).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

/** Parses JSON that came from `where`. @throws SdpxError `bad-json` with line and column */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/ in JSON at position.*$/, "") : String(error);
    throw new SdpxError("bad-json", `not valid JSON: ${reason}`, {
      where: `${where}:${jsonErrorPosition(text, error)}`,
      fix: "correct the JSON at that place (no comments, no trailing commas, double quotes)",
    });
  }
}

/** Checks parsed JSON against a schema. @throws SdpxError `bad-input` that lists every finding with its path */
export function checkShape<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: string,
  what: string,
): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const list = parsed.error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    return path === "" ? issue.message : `${path}: ${issue.message}`;
  });
  throw new SdpxError("bad-input", `this is not a ${what}`, {
    where,
    list,
    fix: "correct the listed fields",
  });
}
