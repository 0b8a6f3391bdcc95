import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";

interface ExplainOptions {
  url?: string;
  ca?: string;
  json?: true;
}

/** `sdpx explain SERIAL`: why a Mac was cut off, and what let it back in. */
export function explainVerb(): Command {
  return new Command("explain")
    .summary("why a device was cut off, and what let it back in")
    .description(
      "Ask the posture cache for the history of one device: what changed, why, and who was told. The token is taken from\n" +
        "SDPX_POSTURE_TOKEN (the first one where it lists two).",
    )
    .argument("<serial>", "serial number, as Jamf Pro writes it")
    .option("--url <url>", "the posture cache; SDPX_POSTURE_URL, or this machine's when left out")
    .option("--ca <file>", "certificate authority to trust; that of .sdpx/cache when it is there")
    .option("--json", "print the answer as JSON")
    .action(async (serial: string, options: ExplainOptions) => {
      const [
        { existsSync },
        { readTextFile },
        { fetchExplanation },
        { renderExplanation },
        { colorWanted, painter },
      ] = await Promise.all([
        import("node:fs"),
        import("../../base/json.ts"),
        import("../explain/fetch.ts"),
        import("../explain/render.ts"),
        import("../report/style.ts"),
      ]);
      const token = process.env.SDPX_POSTURE_TOKEN?.split(",")[0]?.trim();
      if (!token) {
        throw new SdpxError("bad-setting", "the token of the posture cache is not given", {
          where: "SDPX_POSTURE_TOKEN",
          fix: "export SDPX_POSTURE_TOKEN=… (the one that the service was started with)",
        });
      }
      const url = options.url ?? process.env.SDPX_POSTURE_URL ?? "https://localhost:9443";
      if (!URL.canParse(url)) {
        throw new SdpxError("bad-option", `"${url}" is not a URL`, {
          where: "--url",
          fix: "--url https://localhost:9443",
        });
      }
      const own = ".sdpx/cache/development-ca.pem";
      const ca = options.ca ?? (existsSync(own) ? own : undefined);
      const explanation = await fetchExplanation(
        {
          url,
          token,
          ...(ca === undefined ? {} : { caPem: await readTextFile(ca, "certificate authority") }),
        },
        serial,
      );
      process.stdout.write(
        options.json
          ? `${JSON.stringify(explanation, null, 2)}\n`
          : renderExplanation(explanation, painter(colorWanted(process.stdout))),
      );
    });
}
