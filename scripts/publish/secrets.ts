import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SdpxError } from "../../base/errors.ts";
import type {
  Others,
  Plan,
  SecretReader,
  SecretState,
  StepResult,
  Wiring,
} from "../../controller/publish/index.ts";
import { isWrite } from "../../controller/publish/index.ts";
import { readReference } from "../config/references.ts";
import { stateFolder } from "../config/state.ts";

/**
 * A Controller never gives the value of a secret back, so whether one has changed can only be known from what was sent from here:
 * `.sdpx/secrets/sent.json` holds, for each Controller and secret, a keyed hash of the value and the time at which the Controller
 * took it. The key is random, stays in `.sdpx/secrets/key`, and without it the hashes tell nothing. On a machine without these
 * files every value counts as unknown.
 */
const sentSchema = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ hash: z.string(), updated: z.string().optional() })),
);
type Sent = z.infer<typeof sentSchema>;

export interface SecretPlace {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
}

const folderOf = ({ root, env }: SecretPlace) => join(stateFolder(root, env), "secrets");

/** Reads values from where the wiring says, each once. */
export function secretReader(wiring: Wiring, place: SecretPlace): SecretReader {
  const values = new Map<string, Promise<string>>();
  return (name, from) => {
    // A plan is a file that may come from elsewhere: it does not decide which command runs here.
    if (wiring.secrets?.[name]?.from !== from) {
      throw new SdpxError(
        "bad-setting",
        `the plan takes the secret ${name} from another place than the project`,
        {
          where: `secret ${name}`,
          fix: "make the plan again, with the same profile",
        },
      );
    }
    const value = values.get(name) ?? readReference(from, { ...place, what: `the secret ${name}` });
    values.set(name, value);
    return value;
  };
}

/** Reads every value that a plan sends, so that a missing one is found before the first write. */
export async function readSecretsOf(plan: Plan, read: SecretReader): Promise<void> {
  for (const step of plan.steps) {
    if (isWrite(step) && step.secretFrom !== undefined) await read(step.name, step.secretFrom);
  }
}

/** What is known of the secrets that the wiring names. Reads the value only of those that were sent from here before. */
export async function secretStates(
  wiring: Wiring,
  url: string,
  others: Others | undefined,
  read: SecretReader,
  place: SecretPlace,
): Promise<Record<string, SecretState>> {
  const sent = (await readSent(place))[url] ?? {};
  const states: Record<string, SecretState> = {};
  for (const [name, { from }] of Object.entries(wiring.secrets ?? {})) {
    const there = others?.secrets?.find((one) => one.name === name);
    const known = sent[name];
    states[name] = "unknown";
    if (there === undefined || known === undefined || known.updated !== there.updated) continue;
    const value = await read(name, from).catch((error: unknown) => {
      // A reviewer who plans need not have the values.
      if (error instanceof SdpxError && error.code === "missing-secret") return undefined;
      throw error;
    });
    if (value === undefined) continue;
    const hash = Buffer.from(await hashOf(value, url, name, place));
    const before = Buffer.from(known.hash);
    states[name] =
      hash.length === before.length && timingSafeEqual(hash, before) ? "same" : "changed";
  }
  return states;
}

/** Remembers what was sent. */
export async function rememberSecrets(
  url: string,
  results: readonly StepResult[],
  read: SecretReader,
  place: SecretPlace,
): Promise<void> {
  const done = results.filter(({ step, status }) => status === "done" && step.secretFrom);
  if (done.length === 0) return;
  const sent = await readSent(place);
  const here = { ...sent[url] };
  for (const { step, object } of done) {
    const value = await read(step.name, step.secretFrom ?? "");
    const updated = object?.updated;
    here[step.name] = {
      hash: await hashOf(value, url, step.name, place),
      ...(updated === undefined ? {} : { updated }),
    };
  }
  await writeSent({ ...sent, [url]: here }, place);
}

async function hashOf(
  value: string,
  url: string,
  name: string,
  place: SecretPlace,
): Promise<string> {
  return createHmac("sha256", await keyOf(place))
    .update(JSON.stringify([url, name, value]))
    .digest("hex");
}

async function keyOf(place: SecretPlace): Promise<Buffer> {
  const path = join(folderOf(place), "key");
  await mkdir(folderOf(place), { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(32));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFile(path);
}

async function readSent(place: SecretPlace): Promise<Sent> {
  const text = await readFile(join(folderOf(place), "sent.json"), "utf8").catch(() => "{}");
  try {
    const parsed = sentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

async function writeSent(sent: Sent, place: SecretPlace): Promise<void> {
  const path = join(folderOf(place), "sent.json");
  const file = await open(`${path}.new`, "w", 0o600);
  await file.writeFile(`${JSON.stringify(sent, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
