import { SdpxError } from "../../base/errors.ts";

/** Reads a TCP port from an option. @throws SdpxError `bad-option` */
export function readPort(text: string, option = "--port"): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SdpxError("bad-option", `"${text}" is not a TCP port`, {
    where: option,
    fix: `${option} with a number from 0 (a free one) to 65535`,
  });
}
