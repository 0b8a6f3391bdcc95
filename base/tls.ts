import { randomBytes, webcrypto } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { SdpxError } from "./errors.ts";

/**
 * A certificate authority for development: made on the first run, kept in a folder, used by the posture cache,
 * the embedded Controller and the stand-ins until an operator brings certificates of their own. ECDSA P-256.
 * `@peculiar/x509` takes 150 ms to load, so it is loaded only when a certificate is really made.
 */
export interface CertificateAuthority {
  /** The CA's certificate, PEM. Give this to clients (`NODE_EXTRA_CA_CERTS`, Appgate's Trusted Certificates). */
  certificatePem: string;
  privateKeyPem: string;
}

export interface ServerCertificate {
  /** Leaf and CA, PEM. */
  certificatePem: string;
  privateKeyPem: string;
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 86_400_000;
/** A clock that runs behind must not refuse a certificate that was made a second ago. */
const BACKDATE_MS = 5 * 60_000;

const x509 = () => import("@peculiar/x509");

async function toPem(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key));
  const lines = der.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`;
}

async function fromPem(pem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  return webcrypto.subtle.importKey("pkcs8", der, ALGORITHM, false, ["sign"]);
}

/** Makes a new authority, valid for ten years. */
export async function createAuthority(
  commonName = "sdpx development CA",
): Promise<CertificateAuthority> {
  const x = await x509();
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const now = Date.now();
  const certificate = await x.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(15).toString("hex"),
    name: `CN=${commonName} ${randomBytes(3).toString("hex")}`,
    notBefore: new Date(now - BACKDATE_MS),
    notAfter: new Date(now + 3650 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x.BasicConstraintsExtension(true, 0, true),
      new x.KeyUsagesExtension(x.KeyUsageFlags.keyCertSign | x.KeyUsageFlags.cRLSign, true),
      await x.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificatePem: `${certificate.toString("pem")}\n`,
    privateKeyPem: await toPem(keys.privateKey),
  };
}

/**
 * Issues a server certificate for the given DNS names and IP addresses, valid for 398 days: the most that
 * Apple's platforms accept (support.apple.com/102028).
 */
export async function issueServerCertificate(
  authority: CertificateAuthority,
  names: readonly string[],
): Promise<ServerCertificate> {
  const x = await x509();
  const issuer = new x.X509Certificate(authority.certificatePem);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const now = Date.now();
  const certificate = await x.X509CertificateGenerator.create({
    serialNumber: randomBytes(15).toString("hex"),
    subject: `CN=${names[0] ?? "localhost"}`,
    issuer: issuer.subject,
    notBefore: new Date(now - BACKDATE_MS),
    notAfter: new Date(now + 398 * DAY_MS - BACKDATE_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: await fromPem(authority.privateKeyPem),
    extensions: [
      new x.BasicConstraintsExtension(false),
      new x.KeyUsagesExtension(x.KeyUsageFlags.digitalSignature, true),
      new x.ExtendedKeyUsageExtension([x.ExtendedKeyUsage.serverAuth]),
      new x.SubjectAlternativeNameExtension(
        names.map((name) => ({
          type: isIP(name) ? ("ip" as const) : ("dns" as const),
          value: name,
        })),
      ),
      await x.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return {
    certificatePem: `${certificate.toString("pem")}\n${authority.certificatePem}`,
    privateKeyPem: await toPem(keys.privateKey),
  };
}

const CA_CERTIFICATE = "development-ca.pem";
const CA_KEY = "development-ca.key";

/**
 * Reads the development CA of a folder, making it on the first call. The key file is readable by its owner only and
 * holds the certificate as well: it appears with both or not at all, and the process that comes second takes the
 * first one's. The certificate alone stands in a file of its own, for clients.
 */
export async function openAuthority(
  folder: string,
): Promise<CertificateAuthority & { created: boolean; certificatePath: string }> {
  const certificatePath = join(folder, CA_CERTIFICATE);
  const keyPath = join(folder, CA_KEY);
  let created = false;
  let both = await readIfThere(keyPath);
  if (both === undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const made = await createAuthority();
    const draft = `${keyPath}.${process.pid}.${randomBytes(4).toString("hex")}`;
    await writeFile(draft, made.privateKeyPem + made.certificatePem, { mode: 0o600 });
    // A link fails when the name is taken, where a rename would put the other process's authority aside.
    created = await link(draft, keyPath).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    await rm(draft);
    both = await readFile(keyPath, "utf8");
  }
  const [privateKeyPem = "", certificatePem = ""] =
    both.match(/-----BEGIN [^]*?-----END [^-]*-----\n/g) ?? [];
  if (privateKeyPem === "" || certificatePem === "") {
    throw new SdpxError(
      "bad-setting",
      "the development CA's key file does not hold a key and its certificate",
      {
        where: keyPath,
        fix: "move the file away: a new authority is made at the next start, and clients must trust that one",
      },
    );
  }
  if ((await readIfThere(certificatePath)) !== certificatePem) {
    await writeFile(certificatePath, certificatePem);
  }
  return { certificatePem, privateKeyPem, created, certificatePath };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
