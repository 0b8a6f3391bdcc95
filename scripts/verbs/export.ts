import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";

const FORMATS = ["terraform", "operator", "curl"] as const;
type Format = (typeof FORMATS)[number];

interface ExportOptions {
  format: string;
  apiVersion: string;
  out?: string;
  root: string;
}

function readFormat(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (format !== undefined) return format;
  throw new SdpxError("bad-option", `"${text}" is not a format`, {
    where: "--format",
    fix: `one of ${FORMATS.join(", ")}`,
  });
}

/** `sdpx export`: the bundle for other tools. */
export function exportVerb(): Command {
  return new Command("export")
    .summary("write the bundle for Terraform, the sdp-operator or curl")
    .description(
      "Write what dist/ holds in the form of another tool: configuration for Appgate's Terraform provider, custom resources of\n" +
        "its sdp-operator, or a shell script with curl and jq. Contacts nothing. No secret is in it: texts name secrets only.",
    )
    .requiredOption("--format <format>", FORMATS.join(", "))
    .option("--api-version <n>", "API version (operator, curl)", "23")
    .option("--out <file>", "file to write; standard output when left out")
    .option("--root <dir>", "folder that holds dist/", ".")
    .action(async (options: ExportOptions) => {
      const format = readFormat(options.format);
      const [{ join }, { loadBundle }, { desiredObjects }, { NEWEST_API, OLDEST_API }] =
        await Promise.all([
          import("node:path"),
          import("../build/index.ts"),
          import("../../controller/publish/kinds.ts"),
          import("../../controller/api/index.ts"),
        ]);
      const version = Number(options.apiVersion);
      if (!Number.isInteger(version) || version < OLDEST_API || version > NEWEST_API) {
        throw new SdpxError("bad-option", `"${options.apiVersion}" is not an API version`, {
          where: "--api-version",
          fix: `a number from ${OLDEST_API} to ${NEWEST_API}`,
        });
      }
      const bundle = await loadBundle(join(options.root, "dist"));
      const desired = desiredObjects(bundle);
      const label = `${bundle.manifest.bundle.name} ${bundle.manifest.bundle.version}`;
      let text: string;
      if (format === "terraform") {
        text = (await import("../export/terraform.ts")).exportTerraform(desired, label);
      } else if (format === "curl") {
        text = (await import("../export/curl.ts")).exportCurl(desired, version, label);
      } else {
        const made = (await import("../export/operator.ts")).exportOperator(desired, version);
        for (const line of made.left) process.stderr.write(`⚠ left out: ${line}\n`);
        text = made.text;
      }
      if (options.out === undefined) process.stdout.write(text);
      else {
        const { writeFile } = await import("node:fs/promises");
        await writeFile(options.out, text, format === "curl" ? { mode: 0o755 } : {});
        process.stderr.write(`${desired.length} scripts written to ${options.out}\n`);
      }
    });
}
