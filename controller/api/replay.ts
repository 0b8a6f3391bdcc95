import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { instantClock } from "../embedded/testing.ts";
import type { ControllerClient } from "./client.ts";
import { createControllerClient } from "./client.ts";

/**
 * Bodies in the shapes that real Controllers were seen to send: in Appgate's own clients and their tests, in dumps of
 * collectives, and in its API description. The embedded Controller is not asked here, as it shares our misreadings.
 */
export interface Recorded {
  status?: number;
  type?: string;
  /** Objects are sent as JSON, texts as they are. */
  body?: unknown;
}
export type Script = Record<string, Recorded | Recorded[]>;

const running: { server: Server; client: ControllerClient }[] = [];
afterEach(async () => {
  for (const { server, client } of running.splice(0)) {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

export const VERSIONED = "application/vnd.appgate.peer-v22+json";
export const LOGIN = {
  user: {
    name: "api",
    needTwoFactorAuth: false,
    canAccessAuditLogs: false,
    privileges: [
      {
        type: "All",
        target: "All",
        scope: { all: true, ids: [], tags: [] },
        defaultTags: [],
        functions: [],
      },
    ],
  },
  token: "very-long-token",
  expires: "2100-06-05T06:43:44.101853Z",
  messageOfTheDay: "Welcome to Appgate SDP.",
};

interface Asked {
  line: string;
  accept: string;
  body: string;
}

/** A server that answers from a script: `GET /path` to one answer, or to answers in turn, of which the last one stays. */
export async function replay(script: Script, settings: { apiVersion?: number } = {}) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const path = (request.url ?? "").replace(/^\/admin/, "").replace(/\?.*$/, "");
      const line = `${request.method} ${path}`;
      asked.push({ line, accept: request.headers.accept ?? "", body });
      const found = script[line] ?? DEFAULTS[line] ?? { status: 404, body: "" };
      const next = Array.isArray(found) ? (found.length > 1 ? found.shift() : found[0]) : found;
      const { status = 200, type = VERSIONED, body: answer } = next ?? {};
      response.writeHead(status, { "content-type": type });
      const text = typeof answer === "string" ? answer : JSON.stringify(answer ?? "");
      // Without a length, in two pieces: chunked, as a real Controller sends.
      const half = Math.floor(text.length / 2);
      response.write(text.slice(0, half));
      response.end(text.slice(half));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const clock = instantClock();
  const client = createControllerClient(
    {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
      providerName: "local",
      username: "api",
      password: "p",
      deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
      insecure: false,
      ...settings,
    },
    { clock, random: () => 0 },
  );
  running.push({ server, client });
  return { client, asked, clock };
}

const DEFAULTS: Script = {
  "GET /version": {
    type: "application/json",
    body: { peerVersion: 22, lowestPeerVersionSupported: 20 },
  },
  "POST /login": { body: LOGIN },
  "POST /authentication/logout": { status: 204, body: "" },
};

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
