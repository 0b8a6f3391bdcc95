import { readFileSync } from "node:fs";
import { SHAPE } from "../../profile/shape.ts";

/**
 * What runs in the sandbox before the script: it takes away what the appliance's engine lacks, puts in what the
 * appliance adds, and gives back a function that runs the script and describes what came out.
 * Whatever can be decided outside is decided outside and reached through `host(name, argumentsAsJson)`, which answers JSON: `{value}` or `{throws}`.
 */
export type HostCall =
  | "http"
  | "cacheGet"
  | "cachePut"
  | "print"
  | "auditLog"
  | "btoa"
  | "atob"
  | "inNetwork"
  | "parseDate"
  | "random"
  | "gate"
  | "regex"
  | "wrong";

/** What the prelude is told about the evaluation. */
export interface PreludeSettings {
  claims: { user: object; device: object; system: object };
  helpers: { network: boolean; password: boolean };
  passwordMinutesAgo: Readonly<Record<string, number>>;
  timeMs: number | null;
  /** Whether the claims are Java's collections. */
  hostObjects: boolean;
}

/** What the script's runner gives back, as JSON. */
export type PreludeResult =
  | { type: string; json?: string; problem?: string }
  /** `raw`: an error of the engine's own making, in its own words. */
  | { thrown: { text: string; stack: string; engine: boolean; raw: boolean } };

/** In the order in which they run. Each is a JavaScript file of prelude/, with one function that patches what it is named for. */
const PARTS = [
  "core",
  "ask",
  "functions",
  "reflect",
  "errors",
  "regexps",
  "strings",
  "numbers",
  "arrays",
  "collections",
  "buffers",
  "dates",
  "json",
  "enforce",
  "shell",
  "host",
] as const;

/**
 * The parts as expressions, each a function of the kit that they share and fill. The last one gives back what begins and what ends
 * an evaluation. One by one, so that the memory that compiling takes is used again: it is part of every image.
 */
export const PRELUDE_PARTS: readonly string[] = PARTS.map((part) => {
  const text = readFileSync(new URL(`./prelude/${part}.js`, import.meta.url), "utf8");
  return `("use strict",${text.replace("export default ", "").replace(/^(function \w+\(kit\) \{)/m, '$1"use strict";')}\n)`;
});

/** A member of profile/shape.ts as the last but one part reads it: name, kind, and what follows. */
function members(text: string): string[][] {
  return text.split(" ").map((member) => (/^(.+?)([/=@+])(.*)$/.exec(member) ?? []).slice(1));
}

/** What the kit is made of before the first part: `host` and `tools` join it. */
export const KIT = `({shape:${JSON.stringify(
  SHAPE.map(([path, prototype, text, length]) => [path, prototype, members(text), length]),
)}})`;
