import { createHash } from "node:crypto";

/**
 * The invented Macs with which a person's stand-ins start. They follow from their number alone, so that a
 * Jamf Pro and a JSC stand-in that were started apart speak of the same computers.
 */
export interface SampleMac {
  /** From 1. */
  number: number;
  /** Ten characters, as on Macs sold since 2021. */
  serial: string;
  /** Hardware UUID in upper case, as Jamf Pro shows it; JSC has it in lower case as externalId. */
  udid: string;
  name: string;
  username: string;
  realName: string;
  email: string;
  macAddress: string;
  ipAddress: string;
  model: string;
  modelIdentifier: string;
}

const PEOPLE = [
  "Ada Lovelace",
  "Grace Hopper",
  "Alan Turing",
  "Edsger Dijkstra",
  "Barbara Liskov",
  "Katherine Johnson",
  "Donald Knuth",
  "Radia Perlman",
] as const;

const MODELS = [
  ["MacBook Air (13-inch, M3, 2024)", "Mac15,12"],
  ["MacBook Pro (14-inch, M4, 2024)", "Mac16,1"],
  ["MacBook Pro (16-inch, 2023)", "Mac14,10"],
  ["Mac mini (2024)", "Mac16,10"],
] as const;

/** Apple's serials leave out vowels and letters that look like digits. */
const SERIAL_LETTERS = "0123456789CDFGHJKLMNPQRTVWXY";

/** The n-th sample Mac, n from 1. The same n gives the same Mac everywhere. */
export function sampleMac(number: number): SampleMac {
  const hash = createHash("sha256").update(`sdpx sample mac ${number}`).digest();
  const hex = hash.toString("hex").toUpperCase();
  const serial = [...hash.subarray(16, 26)]
    .map((byte) => SERIAL_LETTERS[byte % SERIAL_LETTERS.length])
    .join("");
  const realName = PEOPLE[(number - 1) % PEOPLE.length] ?? PEOPLE[0];
  const first = realName.split(" ")[0] ?? realName;
  const round = Math.floor((number - 1) / PEOPLE.length);
  const username = first.toLowerCase() + (round === 0 ? "" : String(round + 1));
  const [model, modelIdentifier] = MODELS[(number - 1) % MODELS.length] ?? MODELS[0];
  return {
    number,
    serial,
    udid: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    name: `${first}'s ${model.split(" (")[0]}`,
    username,
    realName,
    email: `${username}@example.com`,
    macAddress: `02:${hex.slice(52, 62).replace(/..(?=.)/g, "$&:")}`,
    // 198.18.0.0/15 is set aside for tests (RFC 2544).
    ipAddress: `198.18.${Math.floor(number / 250) % 256}.${(number % 250) + 1}`,
    model,
    modelIdentifier,
  };
}
