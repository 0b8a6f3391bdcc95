import { createNashornEngine, NASHORN_FLAGS } from "../../sandbox-shim/engines/nashorn/index.ts";
import { findNashorn } from "../../sandbox-shim/engines/nashorn/find.ts";
import { toSdpxError } from "../../base/errors.ts";

/** An engine and whether it can be used here. */
export interface EngineRow {
  name: "quickjs" | "nashorn" | "controller";
  usable: boolean;
  /** What it is, or why it is not usable. */
  says: string;
}

/** Tries each engine, so that "usable" is no guess. */
export async function listEngines(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<EngineRow[]> {
  return [
    {
      name: "quickjs",
      usable: true,
      says: "built in; what `sdpx run` and `sdpx test` use when nothing else is said",
    },
    await nashornRow(env, root),
    controllerRow(env),
  ];
}

async function nashornRow(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<EngineRow> {
  const found = await findNashorn(env, root);
  if ("missing" in found) return { name: "nashorn", usable: false, says: found.missing };
  try {
    const engine = await createNashornEngine({ classpath: found.classpath });
    const { java, nashorn } = engine.versions;
    await engine.close();
    const flags = NASHORN_FLAGS.map(({ flag }) => flag).join(" ");
    const where = found.from === "folder" ? ".sdpx/nashorn" : found.from;
    return {
      name: "nashorn",
      usable: true,
      says: `OpenJDK Nashorn ${nashorn} (${flags}) on Java ${java}, from ${where}`,
    };
  } catch (thrown) {
    const { message, fix } = toSdpxError(thrown);
    return { name: "nashorn", usable: false, says: fix ? `${message}: ${fix}` : message };
  }
}

function controllerRow(env: Readonly<Record<string, string | undefined>>): EngineRow {
  const url = env["SDPX_CONTROLLER_URL"] ?? env["APPGATE_ADDRESS"] ?? env["SDPCTL_URL"];
  return url === undefined || url === ""
    ? { name: "controller", usable: false, says: "no Controller is named: SDPX_CONTROLLER_URL" }
    : { name: "controller", usable: true, says: `the test endpoints of ${url} (for sdpx test)` };
}
