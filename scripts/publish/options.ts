import type { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";
import { isScriptKind, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { PruneLimits } from "../../controller/publish/index.ts";

/** What `sdpx plan` and `sdpx publish` take alike: the plan must be the same one. */
export interface PlanningOptions {
  profile?: string;
  adopt?: true;
  prune?: true;
  pruneLimit?: string;
  rename: string[];
  rotateSecrets?: true;
  activeUsers?: true;
  onlyBundle?: string;
  root: string;
  json?: true;
}

export const collect = (value: string, list: string[]): string[] => [...list, value];

/** Adds the options that plan and publish share. */
export function withPlanningOptions(command: Command): Command {
  return command
    .option("--profile <name>", "profile of sdpx.json: its Controller, variables and wiring")
    .option("--adopt", "take over objects of the same name that nobody owns yet")
    .option("--prune", "delete objects of this bundle that it no longer has and nothing refers to")
    .option("--prune-limit <n>", "delete no more than this many, whatever sdpx.json says")
    .option(
      "--rename <kind/old=new>",
      "a script had another name: keep its object; may be repeated",
      collect,
      [],
    )
    .option("--rotate-secrets", "send secrets whose value is not known to be the one that is there")
    .option("--active-users", "count the sessions that the change reaches (asks every Gateway)")
    .option("--only-bundle <sha256>", "refuse any other bundle than this one")
    .option("--root <dir>", "folder that holds criteria/, dist/, sdpx.json and the others", ".");
}

/**
 * Reads `--rename KIND/OLD=NEW` into former names by `kind/new name`.
 * @throws SdpxError `bad-option`
 */
export function readRenames(options: readonly string[]): Record<string, string> {
  const renames: Record<string, string> = {};
  for (const option of options) {
    const [, kind = "", former = "", name = ""] = /^([\w-]+)\/([^=]+)=(.+)$/.exec(option) ?? [];
    if (!isScriptKind(kind)) {
      throw new SdpxError("bad-option", `"${option}" does not say which script was renamed`, {
        where: "--rename",
        fix: `write KIND/OLD=NEW, such as criteria/lowRisk=orderly; KIND is one of ${SCRIPT_KINDS.join(", ")}`,
      });
    }
    renames[`${kind}/${name}`] = former;
  }
  return renames;
}

/**
 * How much may be deleted: the command line before `sdpx.json`.
 * @throws SdpxError `bad-option`
 */
export function readLimits(option: string | undefined, project: PruneLimits): PruneLimits {
  if (option === undefined) return project;
  const deletes = Number(option);
  if (!Number.isInteger(deletes) || deletes < 0) {
    throw new SdpxError("bad-option", `"${option}" is no number of objects`, {
      where: "--prune-limit",
      fix: "give a whole number, 0 or more",
    });
  }
  return { deletes, deletePercent: 100 };
}
