import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SdpxError } from "../../base/errors.ts";
import { deviceIdFrom } from "./device-id.ts";
import { loadControllerSettings, readControllerSettings } from "./settings.ts";
import { normaliseUrl } from "./url.ts";

const GOOD = {
  SDPX_CONTROLLER_URL: "sdp.example.com",
  SDPX_CONTROLLER_USERNAME: "api",
  SDPX_CONTROLLER_PASSWORD: " se cret ",
};

describe("the URL", () => {
  test.each([
    ["sdp.example.com", "https://sdp.example.com:8443/admin"],
    ["https://sdp.example.com", "https://sdp.example.com:8443/admin"],
    ["https://sdp.example.com:443/admin/", "https://sdp.example.com:443/admin"],
    ["sdp.example.com:444/admin", "https://sdp.example.com:444/admin"],
    ["http://localhost:9000", "http://localhost:9000/admin"],
    ["https://[::1]:8443/", "https://[::1]:8443/admin"],
  ])("%s becomes %s", (text, url) => {
    expect(normaliseUrl(text)).toEqual({ url });
  });

  test.each([
    ["http://sdp.example.com", "password in the clear"],
    ["https://u:p@sdp.example.com", "user name or a password"],
    ["ftp://sdp.example.com", "scheme"],
    ["https://sdp.example.com/ui", "/admin"],
    ["https://sdp.example.com/admin?x=1", "query"],
    ["https://", "not a URL"],
  ])("%s is refused", (text, problem) => {
    expect(normaliseUrl(text)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

test("reads our names first and keeps a password as it is", () => {
  expect(readControllerSettings({ ...GOOD, APPGATE_USERNAME: "other" })).toMatchObject({
    url: "https://sdp.example.com:8443/admin",
    username: "api",
    password: " se cret ",
    providerName: "local",
    insecure: false,
  });
});

test("falls back to the names of the Terraform provider and of sdpctl", () => {
  const settings = readControllerSettings({
    APPGATE_ADDRESS: "https://a.example.com:8443/admin",
    APPGATE_BEARER_TOKEN: "Bearer Bearer abc",
    SDPCTL_PROVIDER: "service",
    SDPCTL_API_VERSION: "22",
    APPGATE_PEM_FILEPATH: "ca.pem",
  });
  expect(settings).toMatchObject({
    bearerToken: "abc",
    providerName: "service",
    apiVersion: 22,
    caFile: "ca.pem",
  });
  expect(settings.sources.url).toBe("APPGATE_ADDRESS");
});

test("a leftover of another tool cannot switch verification off", () => {
  expect(readControllerSettings({ ...GOOD, APPGATE_INSECURE: "true" }).insecure).toBe(false);
  expect(readControllerSettings({ ...GOOD, SDPX_CONTROLLER_INSECURE: "yes" }).insecure).toBe(true);
});

test("lists every problem at once and shows no secret", () => {
  const read = () =>
    readControllerSettings({
      SDPX_CONTROLLER_URL: "http://sdp.example.com",
      SDPX_CONTROLLER_PASSWORD: "hunter2",
      SDPX_CONTROLLER_DEVICE_ID: "laptop",
      SDPX_CONTROLLER_API_VERSION: "99",
      SDPX_CONTROLLER_INSECURE: "maybe",
    });
  try {
    read();
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SdpxError);
    const { list, code } = error as SdpxError;
    expect(code).toBe("bad-setting");
    expect(list.map((line) => line.split(":")[0])).toEqual([
      "SDPX_CONTROLLER_URL",
      "SDPX_CONTROLLER_USERNAME",
      "SDPX_CONTROLLER_DEVICE_ID",
      "SDPX_CONTROLLER_API_VERSION",
      "SDPX_CONTROLLER_INSECURE",
    ]);
    expect(list.join()).not.toContain("hunter2");
  }
});

test("a CA file that is missing or holds no certificate is an error of that setting", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-"));
  const file = join(folder, "ca.pem");
  await expect(
    loadControllerSettings({ ...GOOD, SDPX_CONTROLLER_CA_FILE: file }),
  ).rejects.toMatchObject({ code: "file-missing", where: file });
  await writeFile(file, "not a certificate");
  await expect(
    loadControllerSettings({ ...GOOD, SDPX_CONTROLLER_CA_FILE: file }),
  ).rejects.toMatchObject({ code: "bad-setting", where: expect.stringContaining(file) });
  await rm(folder, { recursive: true });
});

test("the device id is a UUID that depends on the machine alone", () => {
  expect(deviceIdFrom("abc\n")).toBe(deviceIdFrom("abc"));
  expect(deviceIdFrom("abc")).not.toBe(deviceIdFrom("abd"));
  expect(deviceIdFrom("abc")).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
