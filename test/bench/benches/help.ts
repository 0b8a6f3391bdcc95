import { fileURLToPath } from "node:url";
import { atMost, type Benchmark, median, ms, plain } from "../figures.ts";
import { timeNode } from "../child.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SAMPLES = 11;

async function startTimes(argv: readonly string[]): Promise<number[]> {
  await timeNode(argv, ROOT);
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { tookMs, code } = await timeNode(argv, ROOT);
    if (code !== 0) throw new Error(`node ${argv.join(" ")} ended with ${code}`);
    times.push(tookMs);
  }
  return times;
}

/** Start-up of the command line, and of Node alone for comparison. */
export const help: Benchmark = {
  summary: "start-up of `sdpx --help`",
  async run() {
    const own = median(await startTimes(["scripts/sdpx.js", "--help"]));
    const node = median(await startTimes(["-e", "0"]));
    const how = `median of ${SAMPLES} processes, after one`;
    return [
      atMost("`sdpx --help`", own, 300, how),
      plain("of that, Node itself (`node -e 0`)", ms(node), how),
    ];
  },
};
