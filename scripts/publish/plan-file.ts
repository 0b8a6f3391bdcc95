import { writeFile } from "node:fs/promises";
import { SdpxError } from "../../base/errors.ts";
import type { Plan } from "../../controller/publish/index.ts";

/** Writes a plan for `sdpx publish`. @throws SdpxError `bad-option` when it cannot be written */
export async function writePlanFile(path: string, plan: Plan): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(plan, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new SdpxError("bad-option", `the plan cannot be written (${code})`, {
      where: `--out ${path}`,
      fix: "name a file in a folder that exists and may be written",
      cause: error,
    });
  }
}
