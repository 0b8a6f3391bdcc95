import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../api/client.ts";
import { ControllerError } from "../api/errors.ts";
import { covers } from "./compare.ts";
import { sha256 } from "./kinds.ts";
import type { CreateStep, PutStep, WriteStep } from "./plan-data.ts";
import { fingerprint } from "./plan-trust.ts";
import type { RemoteObject } from "./remote.ts";

/** Reads the value of a secret from where it stands. */
export type SecretReader = (name: string, from: string) => Promise<string>;

export interface Written {
  /** Undefined after a delete. */
  object?: RemoteObject;
  recognised?: boolean;
}

type Sending = CreateStep | PutStep;

/** An object as it stands before a write. */
export interface Current {
  /** Null when it is not there. */
  object: RemoteObject | null;
  /** It is what the step makes of it already: an earlier run got this far. */
  asWanted?: boolean;
}

/**
 * Carries out one write and reads it back. A write whose answer is lost is recognised by what is there afterwards, and none is sent
 * twice.
 * @throws SdpxError `read-back-differs`, or the Controller's refusal
 */
export async function writeStep(
  step: WriteStep,
  { object: current, asWanted = false }: Current,
  client: ControllerClient,
  secretValue: SecretReader,
): Promise<Written> {
  if (step.action === "delete") return deleteStep(step, current, client);
  let recognised = asWanted;
  if (!recognised) {
    const value =
      step.secretFrom === undefined ? undefined : await secretValue(step.name, step.secretFrom);
    const body = value === undefined ? step.body : { ...step.body, secret: value };
    try {
      if (step.action === "create" && current === null) await client.create(step.resource, body);
      else await client.update(step.resource, step.id, body);
    } catch (error) {
      if (!maybeDone(error)) throw error;
      const there = (await client.find(step.resource, step.id)) as RemoteObject | undefined;
      if (there === undefined || !(await landed(step, there, current, client))) throw error;
      recognised = true;
    }
  }
  const object = (await client.get(step.resource, step.id)) as RemoteObject;
  const differing = await differences(step, object, client);
  if (differing.length > 0) {
    throw new SdpxError("read-back-differs", "what was written does not read back the same", {
      where: `${step.kind} ${step.name} (${step.id})`,
      list: differing,
      fix: "compare the object in the admin UI with the bundle; somebody may have changed it at the same time",
    });
  }
  return { object, ...(recognised ? { recognised } : {}) };
}

async function deleteStep(
  step: WriteStep,
  current: RemoteObject | null,
  client: ControllerClient,
): Promise<Written> {
  if (current === null) return { recognised: true };
  let recognised = false;
  try {
    await client.delete(step.resource, step.id);
  } catch (error) {
    const gone = error instanceof ControllerError && error.status === 404;
    if (!gone && !maybeDone(error)) throw error;
    recognised = true;
    if ((await client.find(step.resource, step.id)) !== undefined) throw error;
  }
  if (!recognised && (await client.find(step.resource, step.id)) !== undefined) {
    throw new SdpxError("read-back-differs", "what was deleted is still there", {
      where: `${step.kind} ${step.name} (${step.id})`,
      fix: "look at the object in the admin UI; somebody may have made it again at the same time",
    });
  }
  return recognised ? { recognised } : {};
}

/** No answer, a server's failure, or "already there": the write may have been carried out. */
function maybeDone(error: unknown): boolean {
  if (!(error instanceof ControllerError)) return false;
  return (
    error.status === undefined ||
    error.status === 409 ||
    error.status >= 500 ||
    error.code === "remote-garbled"
  );
}

async function landed(
  step: Sending,
  there: RemoteObject,
  before: RemoteObject | null,
  client: ControllerClient,
): Promise<boolean> {
  if ((await differences(step, there, client)).length > 0) return false;
  // The value of a secret cannot be compared: that the object is another than before must do.
  return step.secretFrom === undefined || before === null || there.updated !== before.updated;
}

/**
 * Whether an object is what a step would make of it. Never true for a secret that is there: its value cannot be read, so it is
 * sent again.
 */
export async function isAsWanted(
  step: Sending,
  object: RemoteObject,
  client: ControllerClient,
): Promise<boolean> {
  if (step.secretFrom !== undefined) return false;
  return (await differences(step, object, client)).length === 0;
}

/** The same from what was read alone: contents of device scripts by their hash. */
export function looksAsWanted(step: Sending, object: RemoteObject): boolean {
  return fieldDifferences(step, object).length === 0;
}

/** Fields in which an object is not what was sent; texts byte for byte, tags as a set that may have more. */
async function differences(
  step: Sending,
  object: RemoteObject,
  client: ControllerClient,
): Promise<string[]> {
  const differing = fieldDifferences(step, object);
  const sent = step.body["file"];
  if (typeof sent === "string" && !differing.includes(FILE_DIFFERS)) {
    const there = (await client.downloadDeviceScript(object.id)).bytes;
    if (!there.equals(Buffer.from(sent, "base64"))) differing.push(FILE_DIFFERS);
  }
  return differing;
}

const FILE_DIFFERS = "file: its content differs";

function fieldDifferences(step: Sending, object: RemoteObject): string[] {
  const differing: string[] = [];
  for (const [field, sent] of Object.entries(step.body)) {
    if (field === "tags") {
      const theirs = new Set(object.tags.map((tag) => tag.toLowerCase()));
      if (!step.body.tags.every((tag) => theirs.has(tag.toLowerCase())))
        differing.push(`tags: ${object.tags.join(", ")}`);
    } else if (field === "file") {
      if (object["checksumSha256"] !== sha256(Buffer.from(String(sent), "base64")))
        differing.push(FILE_DIFFERS);
    } else if (field === "pem") {
      // Controllers may fold the lines anew.
      if (fingerprint(String(object["pem"] ?? "")) !== fingerprint(String(sent)))
        differing.push("pem: it is another certificate");
    } else if (field !== "checksumSha256" && !covers(object[field], sent)) {
      differing.push(`${field}: differs`);
    }
  }
  return differing;
}
