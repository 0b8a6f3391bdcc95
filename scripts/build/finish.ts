import { createHash } from "node:crypto";
import { parse } from "acorn";
import type { Comment, Node } from "acorn";
import { simple } from "acorn-walk";
import { BANNER_MARK } from "../../base/manifest.ts";
import { CLAIMS, RETURN } from "./emit.ts";

/** Replaces ranges of a text; they do not overlap. */
function edit(
  text: string,
  edits: readonly { start: number; end: number; text: string }[],
): string {
  let result = text;
  for (const one of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, one.start) + one.text + result.slice(one.end);
  }
  return result;
}

/** The bundler's call of {@link RETURN} becomes the return that ends an expression. */
function withReturn(text: string): string {
  return text
    .replace(/^\/\/ sdpx-entry:.*\n/m, "")
    .replace(/^\/\/ sdpx-tslib:.*$/gm, "// tslib")
    .replace(
      new RegExp(`^${RETURN}\\(([\\s\\S]*)\\);\\s*$`, "m"),
      (_all, call: string) => `return ${call.replace(CLAIMS, "claims")};\n`,
    );
}

type SecretCall = Node & {
  callee: { type: string; name?: string };
  arguments: { value?: unknown }[];
};

/**
 * Puts the references to Controller secrets in, after everything that might compute with them, and takes out the
 * marks that bundlers leave for each other.
 * @returns the text, and the names of the secrets that are in it, sorted
 * @throws SyntaxError of acorn when the text is not ES5
 */
function withSecrets(text: string): { text: string; secrets: string[] } {
  const comments: Comment[] = [];
  const program = parse(text, {
    ecmaVersion: 5,
    allowReturnOutsideFunction: true,
    onComment: comments,
  });
  const secrets = new Set<string>();
  const edits = comments
    .filter((comment) => /^\s*[@#]__PURE__\s*$/.test(comment.value))
    .map(({ start, end }) => ({ start, end: text[end] === " " ? end + 1 : end, text: "" }));
  simple(program, {
    CallExpression(node) {
      const call = node as unknown as SecretCall;
      const name = call.arguments[0]?.value;
      if (call.callee.name !== "secret" || typeof name !== "string") return;
      secrets.add(name);
      edits.push({ start: node.start, end: node.end, text: `"%SECRET:${name}%"` });
    },
  });
  return { text: edit(text, edits), secrets: [...secrets].sort() };
}

const ascii = (text: string) =>
  text.replace(
    /[^\t\n\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/**
 * From the bundler's text to the body of an artifact: the code, its secrets and the return. ASCII only, so that no editor
 * or form on its way into the admin UI can change it. Nothing of the metadata is in it: the Controller shows the notes
 * beside the text, and a change of words must not look like a change of code.
 * @throws SyntaxError of acorn when the text is not ES5
 */
export function finishBody(bundled: string): { body: string; secrets: string[] } {
  const { text, secrets } = withSecrets(withReturn(bundled));
  return { body: ascii(`${text.trim()}\n`), secrets };
}

export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** What the banner names beside the hash. */
export interface BannerFacts {
  script: string;
  bundle: { name: string; version: string };
}

/** The banner line, without its comment sign and line end. */
function bannerText(facts: BannerFacts, body: string): string {
  const { name, version } = facts.bundle;
  return `${BANNER_MARK} ${facts.script} bundle ${name} ${version} sha256:${sha256(body)}`;
}

/** Puts the banner before an expression. */
export function withBanner(facts: BannerFacts, body: string): string {
  return `// ${bannerText(facts, body)}\n${body}`;
}

/** Puts the banner into a shell script: after `#!`, which has to stay the first line. */
export function withShellBanner(facts: BannerFacts, body: string): string {
  const banner = `# ${bannerText(facts, body)}\n`;
  const first = body.startsWith("#!") ? body.indexOf("\n") + 1 : 0;
  return body.slice(0, first) + banner + body.slice(first);
}
