import { createServer as createHttps, type Server as HttpsServer } from "node:https";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createAuthority,
  issueServerCertificate,
  type CertificateAuthority,
} from "../../base/tls.ts";
import type { HttpRequest } from "../engines/engine.ts";
import { liveHttp } from "./live.ts";

let authority: CertificateAuthority;
let secure: HttpsServer;
let plain: Server;
const ports = { secure: 0, plain: 0, closed: 0 };

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? "";
  if (path === "/hang") return;
  if (path === "/moved") {
    response.writeHead(302, { location: "/elsewhere" }).end("moved");
    return;
  }
  if (path === "/big") {
    response.end("x".repeat(2000));
    return;
  }
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const { authorization, "content-type": contentType } = request.headers;
  response
    .writeHead(path === "/teapot" ? 418 : 200)
    .end(JSON.stringify({ method: request.method, path, authorization, contentType, body }));
}

const listening = (server: Server | HttpsServer) =>
  new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

beforeAll(async () => {
  authority = await createAuthority();
  const { certificatePem, privateKeyPem } = await issueServerCertificate(authority, [
    "posture.internal",
  ]);
  secure = createHttps({ cert: certificatePem, key: privateKeyPem }, (q, s) => void answer(q, s));
  plain = createServer((q, s) => void answer(q, s));
  const unused = createServer();
  [ports.secure, ports.plain, ports.closed] = (await Promise.all(
    [secure, plain, unused].map(listening),
  )) as [number, number, number];
  await new Promise((resolve) => unused.close(resolve));
});

afterAll(async () => {
  for (const server of [secure, plain]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "GET",
  url,
  headers: [],
  timeoutMs: 20_000,
  ...more,
});

const trusting = () =>
  liveHttp({
    trustedCertificates: [authority.certificatePem],
    resolve: { "posture.internal:9443": `127.0.0.1:${ports.secure}` },
  });

test("sends method, headers, body and content type, and gives back status and text", async () => {
  const sent = await liveHttp()(
    request(`http://127.0.0.1:${ports.plain}/teapot`, {
      method: "POST",
      headers: [{ key: "Authorization", value: "Bearer t" }],
      body: '{"a":1}',
      contentType: "application/json",
    }),
  );
  expect(sent).toMatchObject({ statusCode: 418 });
  expect(JSON.parse("data" in sent ? sent.data : "")).toEqual({
    method: "POST",
    path: "/teapot",
    authorization: "Bearer t",
    contentType: "application/json",
    body: '{"a":1}',
  });
});

test("connects elsewhere when told to, and still checks the certificate against the URL's host", async () => {
  expect(await trusting()(request("https://posture.internal:9443/x"))).toMatchObject({
    statusCode: 200,
  });
  const other = liveHttp({
    trustedCertificates: [authority.certificatePem],
    resolve: { "other.internal:9443": `127.0.0.1:${ports.secure}` },
  });
  expect(await other(request("https://other.internal:9443/x"))).toEqual({
    failure: "tls",
    message: "TLS failed (ERR_TLS_CERT_ALTNAME_INVALID)",
  });
});

test("refuses an authority that is not trusted", async () => {
  const http = liveHttp({ resolve: { "posture.internal:9443": `127.0.0.1:${ports.secure}` } });
  expect(await http(request("https://posture.internal:9443/x"))).toMatchObject({ failure: "tls" });
});

test("does not follow a redirect: it is an answer", async () => {
  expect(await liveHttp()(request(`http://127.0.0.1:${ports.plain}/moved`))).toEqual({
    statusCode: 302,
    data: "moved",
  });
});

test("gives up after the call's time", async () => {
  expect(
    await liveHttp()(request(`http://127.0.0.1:${ports.plain}/hang`, { timeoutMs: 100 })),
  ).toEqual({
    failure: "timeout",
    message: "no answer within 100 ms",
  });
});

test("says that nobody listens", async () => {
  expect(await liveHttp()(request(`http://127.0.0.1:${ports.closed}/`))).toEqual({
    failure: "unreachable",
    message: "no connection (ECONNREFUSED)",
  });
});

test("does not read more than the largest body", async () => {
  const http = liveHttp({ maxBodyBytes: 1000 });
  expect(await http(request(`http://127.0.0.1:${ports.plain}/big`))).toEqual({
    failure: "unreachable",
    message: "the answer is larger than 1000 bytes",
  });
});

test.each(["ftp://a/b", "not a url", "http://"])("%j is not a URL that it takes", async (url) => {
  expect(await liveHttp()(request(url))).toMatchObject({ failure: "unreachable" });
});
