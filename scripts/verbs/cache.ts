import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";

interface ServeOptions {
  envFile?: string;
  port?: string;
  logLevel: string;
}

const LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"];

/** `sdpx cache`: the posture cache as a service. */
export function cacheVerb(): Command {
  const cache = new Command("cache")
    .summary("the posture cache that scripts ask")
    .description(
      "The posture cache: fed by Jamf Pro, asked by scripts, signalling risk to Jamf Security Cloud and Appgate.",
    );
  cache
    .command("serve")
    .summary("run the service")
    .description(
      "Run the posture cache until Ctrl-C. It is configured by environment variables: docs/posture-cache.md lists\n" +
        "them. It contacts Jamf Security Cloud and a Controller only when these are configured.",
    )
    .option("--env-file <file>", "read variables from a file too; the real environment wins")
    .option("--port <port>", "TCP port, in place of the variable PORT")
    .option("--log-level <level>", LEVELS.join(", "), "info")
    .action(serve);
  return cache;
}

async function serve(options: ServeOptions): Promise<void> {
  if (!LEVELS.includes(options.logLevel)) {
    throw new SdpxError("bad-option", `"${options.logLevel}" is not a log level`, {
      where: "--log-level",
      fix: `one of ${LEVELS.join(", ")}`,
    });
  }
  const { parseEnv } = await import("node:util");
  const { readTextFile } = await import("../../base/json.ts");
  const fromFile = options.envFile
    ? parseEnv(await readTextFile(options.envFile, "environment file"))
    : {};
  const env: NodeJS.ProcessEnv = {
    ...fromFile,
    ...process.env,
    ...(options.port ? { PORT: options.port } : {}),
  };

  const [
    { pino },
    { readCacheConfig, startPostureCache },
    { systemClock },
    { controllerFromEnvironment },
    { untilStopped },
  ] = await Promise.all([
    import("pino"),
    import("../../posture-cache/index.ts"),
    import("../../base/clock.ts"),
    import("../services/reevaluator.ts"),
    import("../services/stop.ts"),
  ]);
  const config = readCacheConfig(env);
  const logger = pino({ level: options.logLevel, base: null });
  const controller = await controllerFromEnvironment(env, systemClock, (text) => logger.warn(text));
  logger.info(
    controller ? { controller: controller.url } : {},
    controller
      ? "re-evaluations go to this Controller"
      : "no Controller is configured: nobody is told to re-evaluate",
  );
  const cache = await startPostureCache(config, {
    clock: systemClock,
    logger,
    ...(controller ? { reevaluator: controller } : {}),
  });
  const signal = await untilStopped();
  logger.info({ signal }, "stopping: what is not delivered yet is delivered after the next start");
  await cache.close();
  await controller?.close();
}
