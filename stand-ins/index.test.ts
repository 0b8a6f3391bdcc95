import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isStandInName, type RunningStandIn, STAND_INS, type StandInName } from "./index.ts";
import { call } from "./shared/test-client.ts";

let folder: string | undefined;
let running: RunningStandIn | undefined;
afterEach(async () => {
  await running?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe("stand-ins that a person starts", () => {
  it.each(Object.keys(STAND_INS) as StandInName[])(
    "%s starts with samples over HTTPS and says how to call it",
    async (name) => {
      folder = await mkdtemp(join(tmpdir(), "sdpx-stand-ins-"));
      running = await STAND_INS[name].start({ port: 0, tlsFolder: folder });
      const caPem = await readFile(running.caPath ?? "", "utf8");
      expect(running.caPem).toBe(caPem);
      const things = name === "jamf-pro" ? "computers" : "devices";
      const answer = await call(`${running.url}/stand-in/${things}`, { caPem });
      expect(answer.json()[things]).toHaveLength(5);
      expect(running.howToCall.join("\n")).toContain(`--cacert ${running.caPath} ${running.url}/`);
    },
  );

  it("speak of the same Macs", async () => {
    const jsc = await STAND_INS.jsc.start({ port: 0 });
    running = await STAND_INS["jamf-pro"].start({ port: 0 });
    const macs = (await call(`${running.url}/stand-in/computers`)).json()["computers"];
    const devices = (await call(`${jsc.url}/stand-in/devices`)).json()["devices"];
    await jsc.close();
    const udids = (macs as { udid: string }[]).map(({ udid }) => udid.toLowerCase());
    expect((devices as { externalId: string }[]).map(({ externalId }) => externalId)).toEqual(
      udids,
    );
  });

  it("have names, and nothing else is one", () => {
    expect(isStandInName("jsc")).toBe(true);
    expect(isStandInName("toString")).toBe(false);
  });
});
