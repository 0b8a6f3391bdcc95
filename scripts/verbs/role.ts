import { Command } from "commander";

interface RoleVerbOptions {
  root: string;
  profile?: string;
  readOnly?: true;
  adopt?: true;
  sessions?: true;
  refresh?: true;
  json?: true;
}

/** `sdpx role`: a role for the account that publishes. */
export function roleVerb(): Command {
  return new Command("role")
    .summary("print an administrative role that may publish, and no more")
    .description(
      "Print the least that an account needs: what it changes and deletes is limited to objects with this bundle's tag.\n" +
        "With --json it is the body for POST /admin/administrative-roles. What sdpx.json wires is taken into account.\n" +
        "Nothing is sent anywhere.",
    )
    .option("--read-only", "for plan, drift and pull")
    .option("--adopt", "also for taking over objects that nobody owns: may change every script")
    .option("--sessions", "also for --verify and --claims-from")
    .option("--refresh", "also for --refresh reevaluate")
    .option("--profile <name>", "with the wiring of this profile in sdpx.json")
    .option("--root <dir>", "folder that holds package.json and sdpx.json", ".")
    .option("--json", "print the role as JSON")
    .action(async (options: RoleVerbOptions) => {
      const [{ readBundleName }, { loadProject }, { neededRights, publisherRole }] =
        await Promise.all([
          import("../config/bundle.ts"),
          import("../config/project.ts"),
          import("../doctor/role.ts"),
        ]);
      const { name } = await readBundleName(options.root);
      const { wiring } = await loadProject(options.root, options.profile);
      const { readOnly = false, adopt = false, sessions = false, refresh = false } = options;
      const wanted = { bundle: name, wiring, readOnly, adopt, sessions, refresh };
      const role = publisherRole(wanted);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(role, null, 2)}\n`);
        return;
      }
      const lines = neededRights(wanted).map(
        ({ type, target, scope, why, optional }) =>
          `  ${type.padEnd(10)} ${target.padEnd(18)} ${scope.padEnd(5)}  ${why}${optional ? " (optional)" : ""}\n`,
      );
      process.stdout.write(
        `${role.name}: ${role.notes}\n${lines.join("")}\nsdpx role --json prints it for POST /admin/administrative-roles\n`,
      );
    });
}
