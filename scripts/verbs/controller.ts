import { Command } from "commander";

interface ControllerOptions {
  port: string;
  folder: string;
  user: string;
  resolve: string[];
  json?: true;
}

const collect = (value: string, list: string[]): string[] => [...list, value];

/** `sdpx controller`: an embedded Controller, for trying things out and for other tools' tests. */
export function controllerVerb(): Command {
  return new Command("controller")
    .summary("start an embedded Controller")
    .description(
      "Start a Controller on this machine until Ctrl-C: the admin API over HTTPS, the test endpoints, and sessions whose\n" +
        "scripts really run. It holds everything in memory. Secrets and claims given to it are for trying out only.",
    )
    .option("--port <port>", "TCP port, 0 for a free one", "8443")
    .option("--folder <dir>", "folder of the development CA, made when it is not there", ".sdpx/ca")
    .option(
      "--user <name>",
      "the administrator; the password is SDPX_CONTROLLER_PASSWORD or made up",
      "admin",
    )
    .option(
      "--resolve <host:port:address[:port]>",
      "where scripts find a host, as in curl",
      collect,
      [],
    )
    .option("--json", "print URL, authority and credentials as one line of JSON")
    .action(async (options: ControllerOptions) => {
      const [
        { openAuthority },
        { randomBytes },
        { readPort },
        { parseResolve },
        { startLocalController },
        { untilStopped },
      ] = await Promise.all([
        import("../../base/tls.ts"),
        import("node:crypto"),
        import("../config/port.ts"),
        import("../run/live.ts"),
        import("../services/embedded.ts"),
        import("../services/stop.ts"),
      ]);
      const authority = await openAuthority(options.folder);
      const given = process.env.SDPX_CONTROLLER_PASSWORD;
      const password = given ?? randomBytes(12).toString("base64url");
      const controller = await startLocalController({
        authority,
        resolve: parseResolve(options.resolve),
        port: readPort(options.port),
        users: [{ username: options.user, password }],
      });
      const origin = controller.url.replace(/\/admin$/, "");
      if (options.json) {
        const { url } = controller;
        process.stdout.write(
          `${JSON.stringify({ url, caPath: authority.certificatePath, username: options.user, ...(given ? {} : { password }) })}\n`,
        );
      } else {
        process.stdout.write(
          `embedded Controller: ${controller.url}   (Ctrl-C ends it)\n\n` +
            `  export SDPX_CONTROLLER_URL=${controller.url}\n` +
            `  export SDPX_CONTROLLER_CA_FILE=${authority.certificatePath}\n` +
            `  export SDPX_CONTROLLER_USERNAME=${options.user}\n` +
            `  export SDPX_CONTROLLER_PASSWORD=${given ? "(as it is set)" : password}\n` +
            `  npx sdpx plan\n\n` +
            `  curl -s --cacert ${authority.certificatePath} -H 'Accept: application/json' ${controller.url}/version\n` +
            `  curl -s --cacert ${authority.certificatePath} ${origin}/embedded/sessions\n`,
        );
      }
      await untilStopped();
      await controller.close();
    });
}
