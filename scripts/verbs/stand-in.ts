import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";

interface StandInOptions {
  port?: string;
  tls?: string | true;
  json?: boolean;
}

/** `sdpx stand-in`: a server that behaves as a product does, to try things on. */
export function standInVerb(): Command {
  return new Command("stand-in")
    .summary("start a stand-in of Jamf Pro or Jamf Security Cloud")
    .description(
      "Start a server that behaves as the product does, with a few invented Macs, until Ctrl-C. It listens on this\n" +
        "machine only and holds everything in memory. stand-ins/README.md says what is faithful and what is assumed.",
    )
    .argument("<product>", "jamf-pro or jsc")
    .option(
      "--port <port>",
      "TCP port; the product's own default here when left out, 0 for a free one",
    )
    .option(
      "--tls [folder]",
      "serve HTTPS with the development CA of a folder (.sdpx/ca when none is named)",
    )
    .option("--json", "print URL and authority as one line of JSON")
    .action(async (product: string, options: StandInOptions) => {
      const [{ isStandInName, STAND_INS }, { readPort }, { untilStopped }] = await Promise.all([
        import("../../stand-ins/index.ts"),
        import("../config/port.ts"),
        import("../services/stop.ts"),
      ]);
      if (!isStandInName(product)) {
        throw new SdpxError("bad-option", `there is no stand-in for "${product}"`, {
          where: "sdpx stand-in",
          fix: Object.entries(STAND_INS)
            .map(([name, { summary }]) => `sdpx stand-in ${name}   (${summary})`)
            .join("\n"),
        });
      }
      const entry = STAND_INS[product];
      const running = await entry.start({
        port: options.port === undefined ? entry.port : readPort(options.port),
        ...(options.tls === undefined
          ? {}
          : { tlsFolder: options.tls === true ? ".sdpx/ca" : options.tls }),
      });
      if (options.json) {
        const { url, caPath } = running;
        process.stdout.write(`${JSON.stringify({ url, caPath, howToCall: running.howToCall })}\n`);
      } else {
        process.stdout.write(`${product} stand-in: ${running.url}   (Ctrl-C ends it)\n\n`);
        for (const line of running.howToCall) process.stdout.write(`  ${line}\n`);
      }
      await untilStopped();
      await running.close();
    });
}
