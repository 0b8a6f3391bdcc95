import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";
import type { Authority } from "../doctor/authority.ts";

interface TrustOptions {
  fingerprint?: string;
  out: string;
  json?: true;
}

/** `sdpx trust URL`: first use of a Controller whose certificate no public authority signed. */
export function trustVerb(): Command {
  return new Command("trust")
    .summary("fetch a Controller's authority and pin it")
    .description(
      "Fetch the certificate of the authority that signs a Controller's certificates, show its SHA-256 fingerprint, and\n" +
        "store it once you confirm it, or when it is the one of --fingerprint. The first connection cannot be verified: compare\n" +
        "the fingerprint with one that you got another way. Every later connection is verified against the stored file.",
    )
    .argument("<url>", "admin URL, such as https://controller.example.com:8443/admin")
    .option("--fingerprint <sha256>", "store only this authority; needed where nobody can be asked")
    .option("--out <file>", "where to store it", ".sdpx/controller-ca.pem")
    .option("--json", "print what was stored as JSON")
    .action(async (given: string, options: TrustOptions) => {
      const [{ normaliseUrl }, { fetchAuthority, requireFingerprint }, { handshake }] =
        await Promise.all([
          import("../../controller/api/url.ts"),
          import("../doctor/authority.ts"),
          import("../doctor/handshake.ts"),
        ]);
      const checked = normaliseUrl(given);
      if ("problem" in checked || !checked.url.startsWith("https:")) {
        const problem = "problem" in checked ? checked.problem : "is not https://";
        throw new SdpxError("bad-option", `the URL ${problem}`, {
          where: given,
          fix: "sdpx trust https://controller.example.com:8443/admin",
        });
      }
      const { url } = checked;
      const authority = await fetchAuthority(url);
      // It must be what signed the certificate that the Controller shows, or pinning it helps nobody.
      const { untrusted } = await handshake(url, authority.pem);
      if (untrusted !== undefined) {
        throw new SdpxError(
          "tls-untrusted",
          "the Controller's own certificate is not signed by the authority that it names; nothing was stored",
          {
            where: url,
            list: [untrusted, `authority: ${authority.subject}`],
            fix: "use the host name that stands in the certificate; a proxy that opens TLS has an authority of its own",
          },
        );
      }
      if (options.fingerprint !== undefined)
        requireFingerprint(authority, options.fingerprint, url);
      else await confirm(authority, url);
      const how = await store(options.out, authority);
      const { pem: _pem, ...shown } = authority;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ url, file: options.out, ...shown })}\n`
          : `${how} ${options.out}\n  ${authority.subject}, until ${authority.validTo}\n  SHA-256 ${authority.fingerprint}\n\n` +
              `  export SDPX_CONTROLLER_CA_FILE=${options.out}\n  or in sdpx.json: "caFile": "${options.out}"\n`,
      );
    });
}

/** @throws SdpxError `bad-option` where nobody can be asked, `tls-untrusted` for anything but yes */
async function confirm(authority: Authority, url: string): Promise<void> {
  const list = [
    authority.subject,
    `valid until ${authority.validTo}`,
    `SHA-256 ${authority.fingerprint}`,
  ];
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new SdpxError(
      "bad-option",
      "nobody is there to confirm the authority; nothing was stored",
      {
        where: url,
        list,
        fix: "compare the fingerprint with one that you got another way, then give it with --fingerprint",
      },
    );
  }
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    process.stderr.write(
      `${url} offers this authority:\n${list.map((line) => `  ${line}\n`).join("")}`,
    );
    const answer = await terminal.question(
      "Is this the fingerprint that its administrator gave you? (yes/no) ",
    );
    if (answer.trim().toLowerCase() === "yes") return;
  } finally {
    terminal.close();
  }
  throw new SdpxError("tls-untrusted", "the authority was not confirmed; nothing was stored", {
    where: url,
    fix: "ask the Controller's administrator for the SHA-256 fingerprint of its CA certificate",
  });
}

/** Another authority that is stored already is never replaced unasked: it may be the right one. */
async function store(file: string, authority: Authority): Promise<"stored" | "already in"> {
  const [{ mkdir, readFile, writeFile }, { dirname }, { readAuthority }] = await Promise.all([
    import("node:fs/promises"),
    import("node:path"),
    import("../doctor/authority.ts"),
  ]);
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new SdpxError("file-missing", `the file cannot be read (${error.code ?? "unknown"})`, {
      where: file,
      fix: "give another --out",
    });
  });
  if (before !== undefined) {
    if (readAuthority(before, file).fingerprint === authority.fingerprint) return "already in";
    throw new SdpxError("tls-untrusted", "another authority is stored there; it was not replaced", {
      where: file,
      fix: "remove the file if the Controller has a new authority, or give another --out",
    });
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, authority.pem.endsWith("\n") ? authority.pem : `${authority.pem}\n`, {
    flag: "wx",
  });
  return "stored";
}
