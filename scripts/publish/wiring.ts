import { isAbsolute, join } from "node:path";
import { readTextFile } from "../../base/json.ts";
import { SdpxError } from "../../base/errors.ts";
import { fingerprint } from "../../controller/publish/index.ts";
import type { Wiring } from "../../controller/publish/index.ts";
import { PROJECT_FILE } from "../config/project.ts";
import type { Wiring as ProjectWiring } from "../config/project.ts";

/**
 * The wiring of a project with its certificate files read.
 * @throws SdpxError `file-missing`, or `bad-setting` for a file that holds no certificate
 */
export async function readWiring(wiring: ProjectWiring, root: string): Promise<Wiring> {
  const { trustedCertificates, identityProviders, entitlements, policies, secrets } = wiring;
  const certificates: Record<string, { pem: string }> = {};
  for (const [name, { file }] of Object.entries(trustedCertificates ?? {})) {
    const path = isAbsolute(file) ? file : join(root, file);
    const pem = await readTextFile(path, `file of the trusted certificate "${name}"`);
    if (fingerprint(pem) === undefined) {
      throw new SdpxError("bad-setting", "the file holds no certificate in PEM form", {
        where: `${PROJECT_FILE}: trustedCertificates.${name}: ${path}`,
        fix: "name a file that begins with -----BEGIN CERTIFICATE-----",
      });
    }
    certificates[name] = { pem };
  }
  return {
    ...(identityProviders === undefined ? {} : { identityProviders }),
    ...(entitlements === undefined ? {} : { entitlements }),
    ...(policies === undefined ? {} : { policies }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(trustedCertificates === undefined ? {} : { trustedCertificates: certificates }),
  };
}
