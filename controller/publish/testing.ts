import type { Manifest, ManifestRow } from "../../base/manifest.ts";
import { splitBanner } from "../../base/manifest.ts";
import type { Bundle } from "./kinds.ts";
import { sha256 } from "./kinds.ts";

/** For the tests of this room: bundles without a build. */

export type Scripted = Partial<ManifestRow> & Pick<ManifestRow, "kind" | "name"> & { text: string };

export function makeBundle(scripts: readonly Scripted[], version = "1.0.0", name = "acme"): Bundle {
  const texts = new Map<string, string>();
  const rows = scripts.map(({ text, ...given }): ManifestRow => {
    const device = given.kind === "device-claim";
    const body = splitBanner(text).body;
    const sign = device ? "#" : "//";
    const banner = `${sign} sdpx: ${given.kind}/${given.name} bundle ${name} ${version} sha256:${sha256(body)}`;
    const lines = body.split("\n");
    lines.splice(device ? 1 : 0, 0, banner);
    const full = lines.join("\n");
    const file = `${given.kind}/${given.name}.${device ? "sh" : "js"}`;
    texts.set(file, full);
    return {
      notes: `Notes of ${given.name}.`,
      tags: [],
      secrets: [],
      source: `src/${given.name}.ts`,
      ...(device
        ? {
            device: {
              filename: `${given.name}.sh`,
              claimName: "macSerial",
              platform: "desktop.macos.all",
              args: "",
            },
          }
        : {}),
      ...given,
      file,
      sha256: sha256(body),
      bytes: Buffer.byteLength(full),
    };
  });
  const manifest: Manifest = {
    manifestVersion: 1,
    bundle: { name, version, sha256: sha256(rows.map((row) => row.sha256).join()) },
    scripts: rows,
  };
  return { manifest, texts };
}

/** One script of each kind. */
export const ONE_OF_EACH: readonly Scripted[] = [
  {
    kind: "criteria",
    name: "lowRisk",
    text: "return claims.user.agScripted.ok === true;\n",
    tags: ["Posture"],
  },
  {
    kind: "condition",
    name: "posture-now",
    text: "return claims.user.agScripted.ok === true;\n",
    secrets: ["TOKEN"],
    condition: {
      repeatSchedules: ["5m"],
      remedyLogic: "or",
      remedyMethods: [{ type: "DisplayMessage", message: "Update your Mac." }],
    },
  },
  { kind: "entitlement", name: "hosts", type: "host", text: 'return ["10.0.0.1"];\n' },
  { kind: "user-claim", name: "posture", text: "return { ok: true };\n" },
  { kind: "device-claim", name: "mac-serial", text: "#!/bin/sh\nioreg\n" },
];
