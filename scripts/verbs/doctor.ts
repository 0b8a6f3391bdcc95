import { Command } from "commander";
import { EXIT, SdpxError } from "../../base/errors.ts";
import type { ControllerOptions } from "../config/connect.ts";

interface DoctorVerbOptions extends ControllerOptions {
  cache?: string;
  cacheCa?: string;
  json?: true;
}

/** `sdpx doctor`: what is wrong before something goes wrong. */
export function doctorVerb(): Command {
  return new Command("doctor")
    .summary("check this machine, the Controller, the account and the posture cache")
    .description(
      "Look at everything that publishing needs, and say how to repair what is wrong: Node, engines, dist/, settings, TLS,\n" +
        "clock, API version, sign-in, privileges, health, secrets, certificates, posture cache. Nothing is written.",
    )
    .option("--profile <name>", "Controller of this profile in sdpx.json")
    .option(
      "--cache <url>",
      "the posture cache; with --profile those that scripts ask when left out",
    )
    .option("--cache-ca <file>", "certificate authority of the posture cache")
    .option("--root <dir>", "folder that holds dist/ and sdpx.json", ".")
    .option("--json", "print the findings as JSON")
    .action(async (options: DoctorVerbOptions) => {
      const [{ examine }, { renderChecks }, { colorWanted, painter }, { readTextFile }] =
        await Promise.all([
          import("../doctor/index.ts"),
          import("../doctor/check.ts"),
          import("../report/style.ts"),
          import("../../base/json.ts"),
        ]);
      const { cache, cacheCa } = options;
      if (cache !== undefined && !URL.canParse(cache)) {
        throw new SdpxError("bad-option", `"${cache}" is not a URL`, {
          where: "--cache",
          fix: "--cache https://posture-cache.internal:9443",
        });
      }
      const checks = await examine({
        root: options.root,
        profile: options.profile,
        env: process.env,
        cacheUrl: cache === undefined ? undefined : new URL(cache).origin,
        cacheCaPem:
          cacheCa === undefined ? undefined : await readTextFile(cacheCa, "certificate authority"),
      });
      const healthy = !checks.some(({ status }) => status === "fail");
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ doctorVersion: 1, healthy, checks }, null, 2)}\n`
          : renderChecks(checks, painter(colorWanted(process.stdout))),
      );
      if (!healthy) process.exitCode = EXIT.failed;
    });
}
