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
  engine?: string;
  tolerate: string[];
  hostObjects?: boolean;
  httpFailure?: string;
  seed?: string;
  record?: string;
  replay?: string;
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
    .option(
      "--tolerate <rule>",
      "run what the appliance silently gets wrong as wrongly as it does; repeatable, * for all rules",
      collect,
      [],
    )
    .option("--host-objects", "claims as Java's lists and maps in place of JavaScript's")
    .option("--http-failure <throw|null>", "what a script sees when a call has no answer")
    .option("--seed <n>", "makes Math.random give the same numbers each time")
    .option("--record <file>", "with --live: write what came over the network as stubs")
    .option("--replay <file>", "answer HTTP calls from a recording")
    .option("--json", "print the answer as JSON, in the Controller's shape")
    .option("--batch <file>", "newline-delimited JSON requests; - for standard input")
    .option("--engine <name>", "quickjs (default) or nashorn: see `sdpx engine list`")
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
  const [{ readScript }, { readSecrets }, { claimFileSchema }, { readBehaviour, readStubs }] =
    await Promise.all([
      import("../run/source.ts"),
      import("../config/secrets.ts"),
      import("../config/requests.ts"),
      import("../run/options.ts"),
    ]);
  checkRecord(options);
  const behaviour = readBehaviour(options);
  const claims = options.claims
    ? checkShape(
        claimFileSchema,
        parseJson(await readTextFile(options.claims, "claim file"), options.claims),
        options.claims,
        "claim file (userClaims, deviceClaims, systemClaims, time)",
      )
    : {};
  const stubs = await readStubs([options.http, options.replay]);
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
    { openEngine, readEngineName, LOCAL_ENGINES },
    { evaluationAsJson, renderEvaluation },
    { colorWanted, painter },
    { liveHandler },
    { recording, writeRecording },
    { located },
  ] = await Promise.all([
    import("../engine/open.ts"),
    import("../run/render.ts"),
    import("../report/style.ts"),
    import("../run/live.ts"),
    import("../run/record.ts"),
    import("../run/located.ts"),
  ]);
  const http = options.live ? await liveHandler(options.trust, options.resolve) : undefined;
  const { engine, calls } = recording(
    await openEngine(readEngineName(options.engine, LOCAL_ENGINES), {
      env: process.env,
      root: process.cwd(),
    }),
  );
  try {
    const evaluated = await engine.evaluate({
      ...claims,
      ...behaviour,
      ...script,
      ...(time === undefined ? {} : { time }),
      secrets,
      stubs,
      ...(http ? { http } : {}),
    } as EvaluationRequest);
    if (options.record !== undefined) await writeRecording(options.record, calls);
    const evaluation = await located(evaluated, script, process.cwd());
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

function checkRecord(options: RunOptions): void {
  if (options.record === undefined || options.live) return;
  throw new SdpxError("bad-option", "there is nothing to record: no call goes out", {
    where: "--record",
    fix: "add --live",
  });
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
  checkRecord(options);
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
    { openEngine, readEngineName, LOCAL_ENGINES },
    { readSecrets },
    { readBehaviour, readStubs },
    { recording, writeRecording },
    { liveHandler },
  ] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("../run/batch.ts"),
    import("../engine/open.ts"),
    import("../config/secrets.ts"),
    import("../run/options.ts"),
    import("../run/record.ts"),
    import("../run/live.ts"),
  ]);
  const secrets = await readSecrets(options.secret, process.env);
  const defaults = {
    ...readBehaviour(options),
    stubs: await readStubs([options.replay]),
    ...(options.live ? { http: await liveHandler(options.trust, options.resolve) } : {}),
  };
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
  const { engine, calls } = recording(
    await openEngine(readEngineName(options.engine, LOCAL_ENGINES), {
      env: process.env,
      root: process.cwd(),
      workers: workers ?? availableParallelism(),
    }),
    options.record !== undefined,
  );
  try {
    const count = await runBatch({
      input: handle ? handle.createReadStream() : process.stdin,
      output: process.stdout,
      where: handle ? batch : "stdin",
      engine,
      ...(options.kind !== undefined && isSandboxKind(options.kind) ? { kind: options.kind } : {}),
      ...(options.type === undefined ? {} : { type: options.type as EntitlementType }),
      secrets,
      defaults,
      ...(workers === undefined ? {} : { window: workers * 8 }),
    });
    if (options.record !== undefined) await writeRecording(options.record, calls);
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
