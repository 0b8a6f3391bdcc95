import { Command } from "commander";

interface ControllerOptions {
  port: string;
  folder: string;
  user: string;
  resolve: string[];
  state?: string;
  users?: string;
  apiVersions: string;
  duplicateNames?: true;
  plainHttp?: true;
  json?: true;
}

const collect = (value: string, list: string[]): string[] => [...list, value];

/** `sdpx controller`: an embedded Controller, for trying things out and for other tools' tests. */
export function controllerVerb(): Command {
  return new Command("controller")
    .summary("start an embedded Controller")
    .description(
      "Start a Controller on this machine until Ctrl-C: the admin API over HTTPS, the test endpoints, and sessions whose\n" +
        "scripts really run. It holds everything in memory unless --state is given. Secrets and claims given to it are for\n" +
        "trying out only. docs/embedded-controller.md says what it does as the product does, and what it guesses.",
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
    .option("--state <file>", "keep the objects in this file (mode 0600; it holds their secrets)")
    .option("--users <file>", "JSON list of more administrators, with limited rights if need be")
    .option("--api-versions <range>", "API versions to speak, such as 20-22 or 24", "18-23")
    .option("--duplicate-names", "let two objects of a kind have the same name")
    .option("--plain-http", "HTTP without TLS, for clients that cannot be told to trust a CA")
    .option("--json", "print URL, authority and credentials as one line of JSON")
    .action(async (options: ControllerOptions) => {
      const [
        { openAuthority },
        { randomBytes },
        { readPort },
        { parseResolve },
        { startLocalController },
        { openStateFile, readApiVersions, readUsersFile },
        { untilStopped },
      ] = await Promise.all([
        import("../../base/tls.ts"),
        import("node:crypto"),
        import("../config/port.ts"),
        import("../run/live.ts"),
        import("../services/embedded.ts"),
        import("../services/controller-files.ts"),
        import("../services/stop.ts"),
      ]);
      const versions = readApiVersions(options.apiVersions);
      const port = readPort(options.port);
      const resolve = parseResolve(options.resolve);
      const more = options.users === undefined ? [] : await readUsersFile(options.users);
      const file = options.state === undefined ? undefined : await openStateFile(options.state);
      const authority = await openAuthority(options.folder);
      const given = process.env.SDPX_CONTROLLER_PASSWORD;
      const password = given ?? randomBytes(12).toString("base64url");
      const controller = await startLocalController({
        authority,
        resolve,
        port,
        versions,
        plainHttp: options.plainHttp === true,
        uniqueNames: options.duplicateNames !== true,
        users: [{ username: options.user, password }, ...more],
        ...(file?.state === undefined ? {} : { state: file.state }),
        ...(file === undefined ? {} : { changed: file.save }),
      });
      try {
        file?.save(controller.dump());
      } catch (error) {
        await controller.close();
        throw error;
      }
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
