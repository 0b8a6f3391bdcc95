import { Command } from "commander";
import { EXIT, SdpxError } from "../../base/errors.ts";
import { isScriptKind, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import type { SessionInfo } from "../../controller/api/index.ts";
import type { PullItem, PullPlan } from "../../controller/pull/index.ts";
import type { ControllerOptions } from "../config/connect.ts";

interface PullVerbOptions extends ControllerOptions {
  out?: string;
  kind: string[];
  name?: string;
  force?: true;
  dryRun?: true;
  claimsFrom?: string;
  json?: true;
}

const collect = (value: string, list: string[]): string[] => [...list, value];

/** Script kinds given on the command line. @throws SdpxError `bad-option` */
export function readKinds(given: readonly string[]): readonly ScriptKind[] {
  const wrong = given.find((one) => !isScriptKind(one));
  if (wrong !== undefined) {
    throw new SdpxError("bad-option", `"${wrong}" is not a kind of script`, {
      where: "--kind",
      fix: `one of ${SCRIPT_KINDS.join(", ")}`,
    });
  }
  return given.length === 0 ? SCRIPT_KINDS : given.filter(isScriptKind);
}

const SAYS: Record<PullItem["how"], string> = {
  new: "new",
  update: "updated: it changed on the Controller",
  same: "unchanged",
  ahead: "kept: it was changed here, and not on the Controller",
  conflict: "KEPT: it was changed here and on the Controller; --force takes the Controller's",
  force: "replaced, though it was changed here",
};

function report(plan: PullPlan, written: readonly string[]): string {
  const lines = plan.items.map(
    ({ kind, name, textFile, how }) => `  ${kind} "${name}" -> ${textFile}  ${SAYS[how]}`,
  );
  for (const { kind, name, reason } of plan.skipped)
    lines.push(`  ${kind} "${name}"  left alone: ${reason}`);
  const tail =
    written.length === 0
      ? "no file was written\n"
      : `${written.length} files written; next: sdpx build, then sdpx plan\n`;
  return `${lines.join("\n")}\n${tail}`;
}

/** `sdpx pull`: what is on the Controller, as files. */
export function pullVerb(): Command {
  return new Command("pull")
    .summary("write the Controller's scripts as files")
    .description(
      "Write scripts and conditions that are on the Controller as raw scripts: the text byte for byte, and its metadata\n" +
        "beside it. Nothing is written on the Controller. A file that was changed here is kept unless --force.",
    )
    .option("--out <dir>", "where to write (default: the root)")
    .option("--kind <kind>", `only this kind, repeatable: ${SCRIPT_KINDS.join(", ")}`, collect, [])
    .option("--name <pattern>", "only names that fit, with * and ?")
    .option(
      "--claims-from <dn>",
      "distinguished name of a live session, for a first case of each script",
    )
    .option("--force", "replace files that were changed here")
    .option("--dry-run", "show what would be written")
    .option("--profile <name>", "Controller of this profile in sdpx.json")
    .option("--root <dir>", "folder that holds criteria/, sdpx.json and the others", ".")
    .option("--json", "print what was done as JSON")
    .action(async (options: PullVerbOptions) => {
      const kinds = readKinds(options.kind);
      const [{ withProfile }, { planPull, readScripts }, { readLocalState }, { writePull }] =
        await Promise.all([
          import("../config/connect.ts"),
          import("../../controller/pull/index.ts"),
          import("../pull/local.ts"),
          import("../pull/write.ts"),
        ]);
      const out = options.out ?? options.root;
      const { claimsFrom: dn } = options;
      const local = await readLocalState(out);
      const { scripts, session } = await withProfile(options, async (client) => ({
        scripts: await readScripts(client, kinds),
        session: dn === undefined ? undefined : await client.sessionInfo(dn),
      }));
      const plan = planPull(scripts, local, {
        kinds,
        force: options.force ?? false,
        ...(options.name === undefined ? {} : { name: options.name }),
      });
      if (options.name !== undefined && plan.items.length + plan.skipped.length === 0) {
        throw new SdpxError("not-found", `no script on the Controller is named "${options.name}"`, {
          where: "--name",
          fix: "give a name as the admin UI shows it, with * for any text; privileges may hide objects too",
        });
      }
      const cases =
        dn === undefined ? new Map<string, string>() : await casesFor(plan, dn, session);
      const written = options.dryRun ? [] : await writePull(out, plan.items, cases);
      const shown = plan.items.map(({ text: _text, metaText: _meta, ...item }) => item);
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ items: shown, skipped: plan.skipped, written }, null, 2)}\n`
          : report(plan, written),
      );
      if (plan.items.some(({ how }) => how === "conflict")) process.exitCode = EXIT.conflict;
    });
}

async function casesFor(
  plan: PullPlan,
  dn: string,
  session: SessionInfo | undefined,
): Promise<Map<string, string>> {
  const { claimsOf, firstCases } = await import("../pull/cases.ts");
  const claims = session && claimsOf(session);
  if (claims === undefined) {
    throw new SdpxError(
      "not-found",
      "no Gateway has a session with claims of this name; nothing was written",
      {
        where: `--claims-from ${dn}`,
        fix: "give the full distinguished name of a device that is signed in: CN=<device id>,CN=<user>,OU=<provider>",
      },
    );
  }
  const { createQuickJsEngine } = await import("../../sandbox-shim/index.ts");
  const engine = await createQuickJsEngine();
  const cases = new Map<string, string>();
  try {
    for (const item of plan.items) {
      const text = await firstCases(item, claims, engine, new Date().toISOString());
      if (text !== undefined) cases.set(item.casesFile, text);
    }
  } finally {
    await engine.close();
  }
  return cases;
}
