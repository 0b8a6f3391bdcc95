import { z } from "zod";
import { checkShape, parseJson } from "../../base/json.ts";
import { ENTITY_KINDS } from "./kinds/index.ts";
import type { Dump } from "./store.ts";

const FORMAT = "sdpx-controller-state";

const row = z.looseObject({ id: z.uuid(), name: z.string(), tags: z.array(z.string()) });
const rows = z.array(row).optional();
const kinds = Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, rows])) as Record<
  (typeof ENTITY_KINDS)[number],
  typeof rows
>;
const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  state: z.strictObject({
    ...kinds,
    globalSettings: z.record(z.string(), z.unknown()).optional(),
  }),
});

/**
 * Reads what {@link writeState} made. Collections that a file of an older sdpx does not have are left out.
 * @throws SdpxError `bad-json` or `bad-input`, with what is wrong where
 */
export function readState(text: string, where: string): Partial<Dump> {
  const { state } = checkShape(file, parseJson(text, where), where, "state of a Controller");
  const given = Object.entries(state).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Dump>;
}

/** The state as JSON text. It holds the values of secrets and the passwords of accounts. */
export function writeState(state: Dump): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, state }, undefined, 2)}\n`;
}
