import { PRODUCTS } from "../../../base/products.ts";
import { LIB_SURPLUS } from "./lint.ts";
import { AREAS, EVIDENCES, STATUSES, type Area, type Entry, type Handling } from "../schema.ts";

export const MARKERS = {
  begin: "<!-- generated from sandbox-shim/profile by `npm run generate`: do not edit below -->",
  end: "<!-- end of the generated part -->",
} as const;

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const code = (text: string) => (text.includes("`") ? text : `\`${text}\``);

function notes(entry: Entry): string {
  const { since, until } = entry.products;
  return [
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(entry.kinds === undefined ? [] : [`only ${entry.kinds.join(", ")}`]),
    ...(entry.note === undefined ? [] : [entry.note]),
  ].join("; ");
}

const known = ({ evidence, source }: Entry) => `${evidence}: ${source}`;

const HANDLED: { [K in Handling["by"]]: (handling: Extract<Handling, { by: K }>) => string } = {
  gate: ({ rule }) => `gate: \`${rule}\``,
  removal: () => "taken away",
  patch: ({ in: path }) => `as on the appliance (\`${path}\`)`,
  nothing: ({ because }) => because,
};

function handled(entry: Entry): string {
  if (!("handling" in entry)) return "";
  // Each handling goes to the function of its own kind.
  return (HANDLED[entry.handling.by] as (handling: Handling) => string)(entry.handling);
}

/** One row for an owner: its names that are there, or that are not. */
function nameRows(entries: readonly Entry[]): string[][] {
  const owners = Map.groupBy(entries, ({ area, name }) =>
    area === "global" ? "(global)" : name.slice(0, name.lastIndexOf(".")),
  );
  return [...owners].map(([owner, list]) => [
    code(owner),
    list
      .map(({ name }) => name.slice(name.lastIndexOf(".") + 1))
      .map((name) => `\`${name}\``)
      .join(" "),
  ]);
}

function nameSection(entries: readonly Entry[]): string {
  const only = entries.filter(({ status, note }) => status === "present" && note !== undefined);
  const there = entries.filter(({ status, note }) => status === "present" && note === undefined);
  const absent = entries.filter(({ status }) => status === "absent");
  const advice = absent.filter(({ instead }) => instead !== undefined);
  return [
    "There:",
    table(["on", "names"], nameRows(there)),
    ...(only.length === 0
      ? []
      : [
          "There, but in this engine only; whether the appliance takes them away is not known, so do not use them:",
          table(["on", "names"], nameRows(only)),
        ]),
    "Not there:",
    table(["on", "names"], nameRows(absent)),
    ...(advice.length === 0
      ? []
      : [
          "What to write instead:",
          table(
            ["not there", "instead"],
            advice.map(({ name, instead }) => [code(name), instead ?? ""]),
          ),
        ]),
    `How we know: ${EVIDENCES.measured}.`,
  ].join("\n\n");
}

function syntaxSection(entries: readonly Entry[]): string {
  const works = entries.filter(({ status }) => status === "present");
  const rest = entries.filter(({ status }) => status !== "present");
  return [
    "Works:",
    table(
      ["what", "note", "how we know"],
      works.map((entry) => [entry.name, notes(entry), entry.evidence]),
    ),
    "Refused, or silently wrong; both are errors here:",
    table(
      ["what", "", "why", "instead", "here", "how we know"],
      rest.map((entry) => [
        entry.name,
        entry.status === "differs" ? "silently wrong" : "refused",
        [entry.summary, notes(entry)].filter(Boolean).join("; "),
        entry.instead ?? "",
        handled(entry),
        entry.evidence,
      ]),
    ),
  ].join("\n\n");
}

function plainSection(entries: readonly Entry[]): string {
  const hasSignature = entries.some(({ signature }) => signature !== undefined);
  const isDifferent = entries.some(({ status }) => status === "differs" || status === "absent");
  const head = [
    "what",
    ...(hasSignature ? ["form"] : []),
    "",
    ...(isDifferent ? ["instead", "here"] : []),
    "how we know",
  ];
  const rows = entries.map((entry) => [
    entry.name.includes(" ") && entry.area !== "error-text" ? entry.name : code(entry.name),
    ...(hasSignature ? [entry.signature === undefined ? "" : code(entry.signature)] : []),
    [
      ...(entry.status === "unknown" ? ["**not known**: "] : []),
      entry.summary,
      ...(notes(entry) === "" ? [] : [` (${notes(entry)})`]),
    ].join(""),
    ...(isDifferent ? [entry.instead ?? "", handled(entry)] : []),
    known(entry),
  ]);
  return table(head, rows);
}

function surplus(): string {
  const { globals, statics, typedArrays } = LIB_SURPLUS;
  const names = (list: readonly string[]) =>
    list.map((name) => (name.includes("`") ? `\`\` ${name} \`\`` : `\`${name}\``)).join(" ");
  return [
    `- ${names(globals)}`,
    `- ${names(statics)}`,
    `- of every typed array: ${names(typedArrays.split(" "))}`,
  ].join("\n");
}

const SECTIONS: Record<Area, (entries: readonly Entry[]) => string> = {
  syntax: syntaxSection,
  global: nameSection,
  member: nameSection,
  host: plainSection,
  claim: plainSection,
  result: plainSection,
  "error-text": plainSection,
  limit: plainSection,
  behaviour: plainSection,
};

const list = (registry: Readonly<Record<string, string>>) =>
  Object.entries(registry).map(([name, meaning]) => `- **${name}**: ${meaning}`);

/** The generated part of docs/sandbox.md, not formatted. */
export function profileDocs(profile: readonly Entry[]): string {
  const areas = Object.entries(AREAS) as [Area, string][];
  const counts = Map.groupBy(profile, ({ status }) => status);
  const unknown = counts.get("unknown") ?? [];
  return [
    "## How we know",
    list(EVIDENCES).join("\n"),
    `The profile has ${profile.length} entries:`,
    table(
      ["status", "entries"],
      Object.entries(STATUSES).map(([status, meaning]) => [
        `${status}: ${meaning}`,
        String(counts.get(status as keyof typeof STATUSES)?.length ?? 0),
      ]),
    ),
    "## Releases",
    "Entries without a release hold for all of these. The API version is what the admin API speaks.",
    table(
      ["Appgate SDP", ...Object.keys(PRODUCTS)],
      [["API", ...Object.values(PRODUCTS).map(String)]],
    ),
    ...areas.flatMap(([area, heading]) => [
      `## ${heading}`,
      SECTIONS[area](profile.filter((entry) => entry.area === area)),
    ]),
    "## What the type check does not see",
    "TypeScript's own ES5 library declares a few names that are not there. A script that uses them passes the type check and fails in its cases:",
    surplus(),
    "## What nobody tells",
    unknown
      .map(
        ({ name, summary, note }) =>
          `- **${name}**: ${summary}${note === undefined ? "" : ` (${note})`}`,
      )
      .join("\n"),
  ].join("\n\n");
}

/**
 * Puts the generated part between the markers of a page.
 * @throws TypeError when the page does not have both markers, in order
 */
export function intoPage(page: string, generated: string): string {
  const [before, rest] = page.split(MARKERS.begin);
  const after = rest?.split(MARKERS.end)[1];
  if (before === undefined || after === undefined)
    throw new TypeError(`the page lacks a marker: ${MARKERS.begin} or ${MARKERS.end}`);
  return `${before}${MARKERS.begin}\n\n${generated}\n\n${MARKERS.end}${after}`;
}
