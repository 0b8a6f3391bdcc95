import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** The machine in one line: figures mean little without it. */
export function machineLine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() || "unknown processor";
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} cores (${model}), ${gigabytes} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, load before ${load}`;
}
