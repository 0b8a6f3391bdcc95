import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";

interface ProbeOptions {
  out?: string;
  http?: string;
  only?: string;
  cache?: true;
  json?: true;
}

/** `sdpx probe`: asks a Controller what nobody outside knows about its sandbox. */
export function probeVerb(): Command {
  return new Command("probe")
    .summary("ask a Controller how its sandbox really behaves")
    .description(
      "Send small expressions to the test endpoints of the Controller that SDPX_CONTROLLER_URL names, one call each, and\n" +
        "compare the answers with what sdpx assumes. No object is written. Scripts run on the Controller itself: one of them\n" +
        "calls a closed port there, two an address that no network has, one uses its processor until it is stopped.",
    )
    .option("--out <file>", "where the profile goes (default: .sdpx/probes/HOST-DATE.json)")
    .option(
      "--http <url>",
      "an address that answers the Controller, to see an answer's fields (default: its own)",
    )
    .option("--only <id,...>", "only these questions")
    .option(
      "--cache",
      "also ask about the cache's scope; puts one value there that expires after 20 seconds",
    )
    .option("--json", "print the profile as JSON")
    .action(async (options: ProbeOptions) => await run(options));
}

async function run(options: ProbeOptions): Promise<void> {
  const [
    { mkdir, writeFile },
    { dirname, join },
    { withController },
    { openEngine },
    { probe, renderAnswer },
    { questions },
    { askController, toEvaluation },
    { liveHttp, memoryCache },
  ] = await Promise.all([
    import("node:fs/promises"),
    import("node:path"),
    import("../controller/session.ts"),
    import("../engine/open.ts"),
    import("../probe/probe.ts"),
    import("../probe/questions.ts"),
    import("../probe/remote.ts"),
    import("../../sandbox-shim/index.ts"),
  ]);
  const engine = await openEngine("quickjs", { env: process.env, root: process.cwd() });
  try {
    const profile = await withController(process.env, async (client) => {
      const all = questions(options.http ?? `${client.url}/version`);
      const wanted = selected(all, options);
      const print = options.json ? () => undefined : (line: string) => process.stdout.write(line);
      const http = liveHttp();
      const cache = memoryCache();
      const apiVersion = await client.apiVersion();
      print(`${client.url}, API version ${apiVersion}: ${wanted.length} questions\n\n`);
      const answers = await probe(
        wanted,
        async (request) => {
          const answer = await askController(client, request);
          return answer && toEvaluation(answer);
        },
        (request) => engine.evaluate({ ...request, http, cache }),
        (answered) => print(`${renderAnswer(answered)}\n`),
      );
      const at = new Date().toISOString();
      return { format: 1 as const, controller: client.url, apiVersion, at, answers };
    });
    const { hostname, port } = new URL(profile.controller);
    const name = `${hostname}${port === "" ? "" : `_${port}`}-${profile.at.slice(0, 10)}.json`;
    const file = options.out ?? join(".sdpx", "probes", name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(profile, null, 2)}\n`);
    if (options.json) process.stdout.write(`${JSON.stringify(profile)}\n`);
    else {
      const count = (verdict: string) =>
        profile.answers.filter((one) => one.verdict === verdict).length;
      process.stdout.write(
        `\n${count("as assumed")} as assumed, ${count("differs")} differ, ${count("noted")} noted; the profile is in ${file}\n`,
      );
    }
  } finally {
    await engine.close();
  }
}

function selected<T extends { id: string; optional?: true }>(all: T[], options: ProbeOptions): T[] {
  if (options.only === undefined) return all.filter((one) => options.cache || !one.optional);
  const ids = options.only.split(",").map((id) => id.trim());
  const unknown = ids.find((id) => !all.some((one) => one.id === id));
  if (unknown !== undefined) {
    throw new SdpxError("bad-option", `"${unknown}" is not a question`, {
      where: "--only",
      fix: `the questions are ${all.map((one) => one.id).join(", ")}`,
    });
  }
  return all.filter((one) => ids.includes(one.id));
}
