import { join } from "node:path";

/**
 * Where this machine keeps what it knows of its own doing: runs of publish, and hashes of the secrets that it sent.
 * `.sdpx` below the root; SDPX_STATE_DIR names another place, for example one that a pipeline keeps between its jobs.
 */
export function stateFolder(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const given = env["SDPX_STATE_DIR"];
  return given === undefined || given === "" ? join(root, ".sdpx") : given;
}
