import type { Entry } from "../schema.ts";
import { REMOVED_MEMBERS, type RemovedMembers } from "../removed.ts";
import { ADVICE } from "./advice.ts";
import { PRESENT_MEMBERS } from "./present.ts";
import { NASHORN } from "./sources.ts";

/** How a removed owner is called where the expression that finds it is no name. */
const OWNER_NAMES: Readonly<Record<string, string>> = {
  "Object.getPrototypeOf(Int8Array)": "%TypedArray%",
  "Object.getPrototypeOf(Int8Array.prototype)": "%TypedArray%.prototype",
  "Object.getPrototypeOf(Object.getPrototypeOf([].keys()))": "%Iterator%.prototype",
};

/** Members that the removal takes away and that are nevertheless there, in Java's version: their own entries are in behaviour.ts. */
const JAVA_VERSIONS = new Set(
  ["startsWith", "endsWith", "repeat", "replaceAll"].map((name) => `String.prototype.${name}`),
);

/** Members that only this engine has. No other engine runs a script that uses them. */
const ONLY_NASHORN = new Set(
  (
    "globalThis.JSAdapter globalThis.__DIR__ globalThis.__FILE__ globalThis.__LINE__ globalThis.__noSuchProperty__ globalThis.exit " +
    "globalThis.load globalThis.loadWithNewGlobal globalThis.quit Object.bindProperties " +
    "Object.setIndexedPropertiesToExternalArrayData Function.prototype.toSource Array.prototype.assertNumeric Error.captureStackTrace " +
    "Error.dumpStack Error.prototype.columnNumber Error.prototype.fileName Error.prototype.getStackTrace Error.prototype.lineNumber " +
    "Error.prototype.printStackTrace Error.prototype.stack"
  ).split(" "),
);

interface Member {
  owner: string;
  name: string;
  path: string;
}

function expand(lists: readonly RemovedMembers[]): Member[] {
  return lists.flatMap(({ owner, names }) => {
    const shown = OWNER_NAMES[owner] ?? owner;
    return names.split(" ").map((name) => ({ owner: shown, name, path: `${shown}.${name}` }));
  });
}

function facts({ owner, name, path }: Member) {
  const isGlobal = owner === "globalThis";
  return {
    id: isGlobal ? `global:${name}` : `member:${path}`,
    area: isGlobal ? ("global" as const) : ("member" as const),
    name: isGlobal ? name : path,
    evidence: "measured" as const,
    source: NASHORN,
    products: {},
  };
}

const absent = expand(REMOVED_MEMBERS)
  .filter(({ path }) => !JAVA_VERSIONS.has(path))
  .map((member): Entry => {
    const instead = ADVICE[member.path];
    return {
      ...facts(member),
      status: "absent",
      handling: { by: "removal" },
      summary: "does not exist",
      ...(instead === undefined ? {} : { instead }),
    };
  });

const there = expand(PRESENT_MEMBERS).map((member): Entry => ({
  ...facts(member),
  status: "present",
  summary: ONLY_NASHORN.has(member.path)
    ? "exists in this engine only"
    : "works as the standard says",
  ...(ONLY_NASHORN.has(member.path)
    ? { note: "whether the appliance takes it away is not known; do not use it" }
    : {}),
}));

/** Names of browsers, of Node.js and of Java that people expect. */
const FOREIGN: Readonly<Record<string, string>> = {
  setTimeout: "nothing waits in the sandbox; leave it out",
  setInterval: "conditions repeat by their schedule",
  fetch: "`httpGet` and its sisters",
  XMLHttpRequest: "`httpGet` and its sisters",
  URL: "build the text, with `encodeURIComponent`",
  TextEncoder: "`unescape(encodeURIComponent(text))`",
  crypto: "nothing: there is no hashing and no signing",
  require: "write TypeScript and let `sdpx build` bundle it",
  process: "nothing: there is no environment",
  Intl: "format by hand",
  Java: "nothing: Java classes are out of reach",
};
const foreign = Object.entries(FOREIGN).map(([name, instead]): Entry => ({
  ...facts({ owner: "globalThis", name, path: name }),
  status: "absent",
  handling: { by: "nothing", because: "the local engine does not have it either" },
  summary: "does not exist",
  instead,
}));

const REMOVED = new Set(absent.map((entry) => entry.id));

/** What is there and what is not, one entry for each name. */
export const MEMBER_ENTRIES: readonly Entry[] = [
  ...there.filter((entry) => !REMOVED.has(entry.id)),
  ...absent,
  ...foreign.filter((entry) => !REMOVED.has(entry.id)),
];

/** Names that are in both lists: a fault in one of them. */
export const CONTRADICTIONS = there.filter((entry) => REMOVED.has(entry.id)).map(({ id }) => id);
