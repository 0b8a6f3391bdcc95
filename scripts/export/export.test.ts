import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Manifest, ManifestRow } from "../../base/manifest.ts";
import type { Desired } from "../../controller/publish/kinds.ts";
import { desiredObjects } from "../../controller/publish/kinds.ts";
import { exportCurl, shellWord } from "./curl.ts";
import { exportOperator } from "./operator.ts";
import { exportTerraform } from "./terraform.ts";

/** Texts that each format has a way to change. */
const TEXTS = [
  "return true;\n",
  "return true;",
  'var a = "${claims.user.x}" + \'%{if}\' + "\\n\\\\";\nreturn a;\n',
  "line\r\nline\r\n",
  "  indented\n\n\n",
  "a\nSDPX\n  SDPX\nSDPX_BODY\nend\n",
  "\uFEFF// Größe 尺寸 😀 \u2028 \u0085\u0001\n\treturn '</script>';\n",
  "\n---\nkey: value # no\n",
  "a\n   \n\tb  \n",
  "'single' \"double\" `back` $(echo x) $HOME !\n",
  "",
];

function bundleOf(kind: ManifestRow["kind"], texts: readonly string[]): Desired[] {
  const rows = texts.map((_text, n): ManifestRow => ({
    kind,
    name: n === 0 ? "a b/ü" : `Name ${n}`,
    file: `${kind}/${n}.js`,
    source: `${n}.js`,
    sha256: "0".repeat(64),
    bytes: 1,
    notes: `Notes "${n}" \${x} %{y}\nsecond: line`,
    tags: ["prod"],
    secrets: [],
    ...(kind === "condition"
      ? {
          condition: {
            repeatSchedules: ["5m", "13:32"],
            remedyLogic: "or" as const,
            remedyMethods: [{ type: "Reason" as const, message: 'Say "why"', claimSuffix: "why" }],
          },
        }
      : {}),
    ...(kind === "device-claim"
      ? { device: { filename: "x.sh", claimName: "c", platform: "all", args: "" } }
      : {}),
  }));
  const manifest: Manifest = {
    manifestVersion: 1,
    bundle: { name: "acme", version: "1.0.0", sha256: "0".repeat(64) },
    scripts: rows,
  };
  const named = rows.map((row, n): [string, string] => [row.file, texts[n] ?? ""]);
  return desiredObjects({ manifest, texts: new Map(named) });
}

/** Reads attributes of HCL resources: quoted texts and heredocs without indentation, as the language defines them. */
function readHcl(hcl: string): Record<string, string>[] {
  const untemplate = (text: string) => {
    expect(text).not.toMatch(/(^|[^$])\$\{|(^|[^%])%\{/);
    return text.replaceAll("$${", () => "${").replaceAll("%%{", () => "%{");
  };
  const blocks: Record<string, string>[] = [];
  const lines = hcl.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.startsWith("resource ")) blocks.push({});
    const [, name = "", value = ""] = /^ {2}(\w+)\s+= (.*)$/.exec(line) ?? [];
    const block = blocks.at(-1);
    if (block === undefined || name === "") continue;
    const marker = /^<<(\w+)$/.exec(value)?.[1];
    if (marker === undefined) {
      if (value.startsWith('"')) block[name] = untemplate(JSON.parse(value) as string);
      continue;
    }
    const end = lines.findIndex((one, n) => n > at && one.trim() === marker);
    block[name] = untemplate(
      lines
        .slice(at + 1, end)
        .map((one) => `${one}\n`)
        .join(""),
    );
    at = end;
  }
  return blocks;
}

/** Reads a `spec` of our YAML: JSON scalars and literal blocks. */
function readSpecs(yaml: string): Record<string, unknown>[] {
  return yaml.split(/^---\n/m).map((document) => {
    const spec: Record<string, unknown> = {};
    const lines = document.slice(document.indexOf("\nspec:\n") + 7).split("\n");
    for (let at = 0; at < lines.length; at += 1) {
      const [, key, value = ""] = /^ {2}(\w+): (.*)$/.exec(lines[at] ?? "") ?? [];
      if (key === undefined) continue;
      if (value !== "|") {
        spec[key] = JSON.parse(value);
        continue;
      }
      let text = "";
      for (at += 1; lines[at] === "" || lines[at]?.startsWith("    "); at += 1)
        text += `${(lines[at] ?? "").slice(4)}\n`;
      // A literal block keeps one line end ("clip").
      spec[key] = text.replace(/\n+$/, "\n");
      at -= 1;
    }
    return spec;
  });
}

test("Terraform reads back every text, id, name and note byte for byte", () => {
  const desired = bundleOf("criteria", TEXTS);
  const read = readHcl(exportTerraform(desired, "acme 1.0.0"));

  expect(read).toEqual(
    desired.map(({ body, row, text }) => ({
      criteria_script_id: body.id,
      name: row.name,
      notes: body.notes,
      expression: text,
    })),
  );
});

test("Terraform gets the fields that its provider has for each kind, and labels that are not twice the same", () => {
  const condition = exportTerraform(bundleOf("condition", ["return true;\n"]), "acme");
  expect(condition).toContain('resource "appgatesdp_condition" "a_b_" {');
  expect(condition).toContain('repeat_schedules = ["5m", "13:32"]');
  expect(condition).toContain('    claim_suffix = "why"\n');
  const device = bundleOf("device-claim", ["#!/bin/sh\necho '${x}'\n"]);
  expect(readHcl(exportTerraform(device, "acme"))).toMatchObject([
    { filename: "x.sh", content: "#!/bin/sh\necho '${x}'\n" },
  ]);

  const [one] = bundleOf("criteria", ["return 1;"]);
  if (one === undefined) throw new TypeError("no script");
  const twins = [one, { ...one, row: { ...one.row, name: "a-b-u" } }];
  const labels = exportTerraform(twins, "acme").match(/^resource .*$/gm);
  expect(new Set(labels).size).toBe(2);
});

test("the operator's YAML reads back every text byte for byte, and says what it has no resource for", () => {
  const desired = bundleOf("condition", TEXTS);
  const { text, left } = exportOperator(desired, 23);
  expect(left).toEqual([]);
  expect(text).toContain("apiVersion: v23.sdp.appgate.com/v1\nkind: Condition\n");
  const { id: _id, ...first } = desired[0]?.body ?? {};
  const specs = readSpecs(text);
  expect(specs[0]).toEqual(first);
  expect(specs.map(({ expression }) => expression)).toEqual(TEXTS);

  const users = exportOperator(bundleOf("user-claim", ["return {};"]), 23);
  expect(users.left).toEqual(["user-claim a b/ü: the operator has no such resource"]);
});

test("names of custom resources are ones that Kubernetes takes, each once", () => {
  const { text } = exportOperator(bundleOf("criteria", TEXTS), 22);
  const names = [...text.matchAll(/^ {2}name: "([^"]*)"\n {2}annotations/gm)].map(
    ([, name]) => name,
  );

  expect(names).toHaveLength(TEXTS.length);
  expect(new Set(names).size).toBe(TEXTS.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
});

test("the shell script is one, and its bodies are the objects", () => {
  const desired = bundleOf("criteria", TEXTS);
  const script = exportCurl(desired, 23, "acme 1.0.0\nrm -rf /");
  const bodies = [...script.matchAll(/<<'SDPX_BODY'\n(.*)\nSDPX_BODY\n/g)].map(
    ([, json = ""]) => JSON.parse(json) as unknown,
  );

  expect(bodies).toEqual(desired.map(({ body }) => body));
  expect(script).not.toMatch(/^rm /m);
  const parsed = spawnSync("sh", ["-n"], { input: script, encoding: "utf8" });
  if (parsed.error === undefined) expect(parsed).toMatchObject({ status: 0, stderr: "" });
});

test("a word of the shell is taken as it stands", () => {
  const odd = 'it\'s $(x) `y` "z" \\ ü';
  const echoed = spawnSync("sh", ["-c", `printf %s ${shellWord(odd)}`], { encoding: "utf8" });
  if (echoed.error === undefined) expect(echoed.stdout).toBe(odd);
});
