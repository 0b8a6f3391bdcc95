import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/**
 * One keep-alive connection that sends one request after the other. It knows just enough HTTP/1.1 for answers
 * with a Content-Length: a real client would cost as much processor time as the server that is measured.
 */
export class RawConnection {
  readonly #socket: Socket;
  #pending: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  #buffer: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    const fail = (error: Error) => {
      this.#pending?.reject(error);
      this.#pending = undefined;
    };
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("the server closed the connection")));
  }

  /** Connects; with `caPem` by TLS. */
  static open(url: URL, caPem: string | undefined): Promise<RawConnection> {
    const address = { host: url.hostname, port: Number(url.port) };
    return new Promise((resolve, reject) => {
      const socket: Socket =
        url.protocol === "https:"
          ? connectTls({ ...address, ...(caPem === undefined ? {} : { ca: caPem }) }, ready)
          : connectTcp(address, ready);
      socket.once("error", reject);
      function ready(): void {
        socket.off("error", reject);
        resolve(new RawConnection(socket));
      }
    });
  }

  /** Sends a whole request. @returns the status of the answer */
  send(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#pending = undefined;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    const headEnd = this.#buffer.indexOf(END_OF_HEAD);
    if (headEnd < 0) return;
    const head = this.#buffer.toString("latin1", 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#buffer.length < headEnd + 4 + length) return;
    this.#buffer = Buffer.alloc(0);
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.resolve(Number(head.slice(9, 12)));
  }
}

/** The text of a request without a body or with a JSON one. */
export function requestText(
  method: string,
  target: string,
  host: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): string {
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) {
    lines.push("Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n${body ?? ""}`;
}
