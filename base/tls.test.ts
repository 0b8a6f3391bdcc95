import { X509Certificate } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:https";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createAuthority, issueServerCertificate, openAuthority } from "./tls.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

test("a client that trusts the authority reaches a server by each of its names", async () => {
  const authority = await createAuthority();
  const leaf = await issueServerCertificate(authority, ["posture-cache.internal", "127.0.0.1"]);
  const server = createServer(
    { key: leaf.privateKeyPem, cert: leaf.certificatePem },
    (_request, response) => {
      response.end("hello");
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const ask = (ca: string | undefined, servername: string) =>
    new Promise<string>((resolve) => {
      const call = request(
        { host: "127.0.0.1", port, servername, ca, agent: false },
        (response) => {
          response.setEncoding("utf8");
          response.on("data", resolve);
        },
      );
      call.on("error", (error: NodeJS.ErrnoException) => resolve(String(error.code)));
      call.end();
    });

  expect(await ask(authority.certificatePem, "posture-cache.internal")).toBe("hello");
  expect(await ask(authority.certificatePem, "other.internal")).toBe(
    "ERR_TLS_CERT_ALTNAME_INVALID",
  );
  expect(await ask((await createAuthority()).certificatePem, "posture-cache.internal")).toMatch(
    /SIGNATURE|SELF_SIGNED/,
  );
  await new Promise((resolve) => server.close(resolve));
});

test("the development authority is made once, and its key is for its owner only", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-ca-"));
  folders.push(folder);
  const first = await openAuthority(folder);
  const second = await openAuthority(folder);

  expect([first.created, second.created]).toEqual([true, false]);
  expect(second.certificatePem).toBe(first.certificatePem);
  expect(new X509Certificate(first.certificatePem).ca).toBe(true);
  expect((await stat(join(folder, "development-ca.key"))).mode & 0o777).toBe(0o600);
});

test("processes that start at the same time on a new folder agree on one authority", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-ca-"));
  folders.push(folder);
  const opened = await Promise.all(Array.from({ length: 4 }, () => openAuthority(folder)));

  expect(new Set(opened.map((one) => one.certificatePem + one.privateKeyPem)).size).toBe(1);
  expect(opened.filter((one) => one.created)).toHaveLength(1);
  expect(await readFile(join(folder, "development-ca.pem"), "utf8")).toBe(
    opened[0]?.certificatePem,
  );
  expect(await readdir(folder)).toEqual(["development-ca.key", "development-ca.pem"]);
});
