import { BlockList, isIP } from "node:net";

function family(address: string): "ipv4" | "ipv6" | undefined {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : undefined;
}

/**
 * Whether one of the addresses lies in a network such as "10.0.0.0/8", "fd00::/8" or a single address.
 * Text that is no address is in no network. An IPv4 address written as IPv6 (`::ffff:10.1.2.3`) counts as IPv4.
 * @throws Error when `cidr` is not a network: a typing mistake in a script must not read as "elsewhere"
 */
export function isInNetwork(cidr: string, addresses: readonly unknown[]): boolean {
  const [address = "", prefix, rest] = cidr.trim().split("/");
  const kind = family(address);
  const bits = kind === "ipv4" ? 32 : 128;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN;
  if (kind === undefined || rest !== undefined || !(length <= bits))
    throw new Error(`isClientInNetwork: "${cidr}" is not a network such as 10.0.0.0/8 or fd00::/8`);
  const network = new BlockList();
  network.addSubnet(address, length, kind);
  return addresses.some((candidate) => {
    if (typeof candidate !== "string") return false;
    const plain = candidate.trim().replace(/^::ffff:(?=\d+\.)/i, "");
    const itsKind = family(plain);
    return itsKind !== undefined && itsKind === kind && network.check(plain, itsKind);
  });
}
