import { createServer, type IncomingMessage, type Server } from "node:http";

/** What a fake upstream answers. `"hang"` never answers; `"drop"` closes the connection. */
export type FakeAnswer =
  { status: number; body?: unknown; headers?: Record<string, string> } | "hang" | "drop";

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface FakeServer {
  url: string;
  port: number;
  requests: FakeRequest[];
  close(): Promise<void>;
}

/** A local HTTP server for tests; every request is recorded before it is answered. */
export async function startFakeServer(
  answer: (request: FakeRequest) => FakeAnswer,
  port = 0,
): Promise<FakeServer> {
  const requests: FakeRequest[] = [];
  const server: Server = createServer((incoming, response) => {
    let body = "";
    incoming.setEncoding("utf8");
    incoming.on("data", (chunk: string) => (body += chunk));
    incoming.on("end", () => {
      const url = new URL(incoming.url ?? "/", "http://fake");
      const request = {
        method: incoming.method ?? "",
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body,
      };
      requests.push(request);
      const made = answer(request);
      if (made === "hang") return;
      if (made === "drop") return void incoming.socket.destroy();
      const text = typeof made.body === "string" ? made.body : JSON.stringify(made.body ?? {});
      response.writeHead(made.status, { "content-type": "application/json", ...made.headers });
      response.end(made.status === 204 ? "" : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
