import { Command } from "commander";
import { EXIT, SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";
import { isSandboxKind, type EntitlementType } from "../../base/kinds.ts";
import type { EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";

interface RunOptions {
  kind?: string;
  type?: string;
  claims?: string;
  http?: string;
  live?: boolean;
  trust: string[];
  resolve: string[];
  secret: string[];
  time?: string;
  json?: boolean;
  batch?: string;
  workers?: string;
}

const collect = (value: string, list: string[]): string[] => [...list, value];

/** `sdpx run`: evaluate an expression, or many of them, as the appliance would. */
export function runVerb(): Command {
  return new Command("run")
    .summary("evaluate a script in the sandbox")
    .description(
      "Evaluate an expression as the appliance would: a built artifact, a TypeScript source of this repository, or a\n" +
        "hand-written file. With --batch, one request a line (the Controller's test-request shape plus kind, type, id).",
    )
    .argument("[file]", "the script; - for standard input")
    .option(
      "--kind <kind>",
      "criteria, condition, entitlement or user-claim; told by the path where it can be",
    )
    .option("--type <type>", "host, portOrType or appShortcut, for entitlement scripts")
    .option("--claims <file>", "JSON with userClaims, deviceClaims, systemClaims and time")
    .option("--http <file>", "JSON list of canned HTTP answers (stubs)")
    .option("--live", "let calls that no stub answers go out over the network")
    .option(
      "--trust <pem>",
      "with --live: a certificate authority to trust beside the public ones",
      collect,
      [],
    )
    .option(
      "--resolve <host:port:address[:port]>",
      "with --live: where a host is, as in curl",
      collect,
      [],
    )
    .option("--secret <NAME=env:VAR|file:PATH>", "value of %SECRET:NAME%", collect, [])
    .option("--time <iso>", "the sandbox's clock")
    .option("--json", "print the answer as JSON, in the Controller's shape")
    .option("--batch <file>", "newline-delimited JSON requests; - for standard input")
    .option("--workers <n>", "workers for --batch; as many as there are processors when left out")
    .addHelpText(
      "after",
      `
Examples:
  sdpx run criteria/low-risk.ts --claims claims.json
  sdpx run old-script.js --kind condition --claims claims.json --http stubs.json --time 2026-03-01T08:00:00Z
  sdpx run --batch requests.ndjson > answers.ndjson`,
    )
    .action(async (file: string | undefined, options: RunOptions) => {
      if (options.batch !== undefined) return runMany(options.batch, file, options);
      if (file === undefined) {
        throw new SdpxError("bad-option", "no script is named", {
          where: "sdpx run",
          fix: "sdpx run FILE --claims claims.json, or sdpx run --batch FILE",
        });
      }
      return runOne(file, options);
    });
}

async function runOne(file: string, options: RunOptions): Promise<void> {
  const [{ readScript }, { readSecrets }, { claimFileSchema, stubFileSchema }] = await Promise.all([
    import("../run/source.ts"),
    import("../config/secrets.ts"),
    import("../config/requests.ts"),
  ]);
  const claims = options.claims
    ? checkShape(
        claimFileSchema,
        parseJson(await readTextFile(options.claims, "claim file"), options.claims),
        options.claims,
        "claim file (userClaims, deviceClaims, systemClaims, time)",
      )
    : {};
  const stubs = options.http
    ? checkShape(
        stubFileSchema,
        parseJson(await readTextFile(options.http, "stub file"), options.http),
        options.http,
        "list of HTTP stubs",
      )
    : [];
  const secrets = await readSecrets(options.secret, process.env);
  const time = options.time ?? claims.time;
  if (time !== undefined && Number.isNaN(Date.parse(time))) {
    throw new SdpxError("bad-option", `"${time}" is not a time`, {
      where: "--time",
      fix: "--time 2026-03-01T08:00:00Z",
    });
  }
  const script = await readScript(file, {
    root: process.cwd(),
    ...(options.kind ? { kind: options.kind } : {}),
    ...(options.type ? { type: options.type } : {}),
  });
  const [
    { createQuickJsEngine },
    { evaluationAsJson, renderEvaluation },
    { colorWanted, painter },
    { liveHandler },
  ] = await Promise.all([
    import("../../sandbox-shim/index.ts"),
    import("../run/render.ts"),
    import("../report/style.ts"),
    import("../run/live.ts"),
  ]);
  const http = options.live ? await liveHandler(options.trust, options.resolve) : undefined;
  const engine = await createQuickJsEngine();
  try {
    const evaluation = await engine.evaluate({
      ...claims,
      ...script,
      ...(time === undefined ? {} : { time }),
      secrets,
      stubs,
      ...(http ? { http } : {}),
    } as EvaluationRequest);
    if (options.json) process.stdout.write(`${JSON.stringify(evaluationAsJson(evaluation))}\n`);
    else
      process.stdout.write(
        renderEvaluation(evaluation, script, painter(colorWanted(process.stdout))),
      );
    process.exitCode = evaluation.failure ? EXIT.failed : EXIT.ok;
  } finally {
    await engine.close();
  }
}

async function runMany(
  batch: string,
  file: string | undefined,
  options: RunOptions,
): Promise<void> {
  if (file !== undefined || options.claims !== undefined || options.http !== undefined) {
    throw new SdpxError("bad-option", "with --batch, script, claims and stubs stand in the lines", {
      where: "sdpx run --batch",
      fix: 'put "expression", "userClaims" … and "stubs" into each line; --kind, --type and --secret may stay',
    });
  }
  if (options.kind !== undefined && !isSandboxKind(options.kind)) {
    throw new SdpxError("bad-option", `"${options.kind}" is not a kind that runs in the sandbox`, {
      where: "--kind",
      fix: "--kind criteria | condition | entitlement | user-claim",
    });
  }
  const workers = options.workers === undefined ? undefined : Number(options.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= 64)) {
    throw new SdpxError("bad-option", `"${options.workers}" is not a number of workers`, {
      where: "--workers",
      fix: "a whole number from 1 to 64",
    });
  }
  const [
    { open },
    { availableParallelism },
    { runBatch },
    { createQuickJsEngine },
    { readSecrets },
  ] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("../run/batch.ts"),
    import("../../sandbox-shim/index.ts"),
    import("../config/secrets.ts"),
  ]);
  const secrets = await readSecrets(options.secret, process.env);
  const handle =
    batch === "-"
      ? undefined
      : await open(batch).catch((error: unknown) => {
          throw new SdpxError("file-missing", "the batch file cannot be read", {
            where: batch,
            fix: "check the path; - is standard input",
            cause: error,
          });
        });
  const engine = await createQuickJsEngine({ workers: workers ?? availableParallelism() });
  try {
    const count = await runBatch({
      input: handle ? handle.createReadStream() : process.stdin,
      output: process.stdout,
      where: handle ? batch : "stdin",
      engine,
      ...(options.kind !== undefined && isSandboxKind(options.kind) ? { kind: options.kind } : {}),
      ...(options.type === undefined ? {} : { type: options.type as EntitlementType }),
      secrets,
      ...(workers === undefined ? {} : { window: workers * 8 }),
    });
    if (count.malformed > 0) {
      throw new SdpxError(
        "bad-input",
        `${count.malformed} of ${count.lines} lines are not test requests`,
        {
          where: handle ? batch : "stdin",
          fix: 'each has an answer with "reason":"request" that says why; all other lines were evaluated',
        },
      );
    }
  } finally {
    await engine.close();
    await handle?.close().catch(() => undefined);
  }
}
