import { SdpxError } from "./errors.ts";

export interface ListenAddress {
  /** Interface to bind; `127.0.0.1` unless an operator says otherwise. */
  host: string;
  /** TCP port; 0 lets the system choose a free one. */
  port: number;
}

/**
 * Starts a Fastify server and turns "address in use" and "permission denied" into errors that say what to do.
 * @returns the port that is listened on.
 */
export async function listen(
  app: { listen(options: ListenAddress): Promise<string>; server: { address(): unknown } },
  address: ListenAddress,
  setting: string,
): Promise<number> {
  try {
    await app.listen(address);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE" || code === "EACCES" || code === "EADDRNOTAVAIL") {
      const why =
        code === "EADDRINUSE"
          ? "is used by another process"
          : code === "EACCES"
            ? "may not be opened by this user"
            : "is not an address of this machine";
      throw new SdpxError("port-taken", `${address.host}:${address.port} ${why}`, {
        where: setting,
        fix: `stop the other process, or set ${setting} to a free port (0 picks one)`,
        cause: error,
      });
    }
    throw error;
  }
  const bound = app.server.address();
  return typeof bound === "object" && bound !== null && "port" in bound
    ? Number(bound.port)
    : address.port;
}
