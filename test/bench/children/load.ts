import { performance } from "node:perf_hooks";
import { serveParent } from "../child.ts";
import { RawConnection, requestText } from "./raw-client.ts";

/** A load to put on a server from this process. */
export interface LoadRequest {
  url: string;
  caPem?: string;
  connections: number;
  seconds: number;
  /** Not counted, so that both sides are warm. */
  warmUpSeconds: number;
  /** Requests a second, evenly spread; as fast as the server answers when left out. */
  rate?: number;
  /** A new connection for each request. */
  reconnect?: boolean;
  headers: Record<string, string>;
  method: "GET" | "POST";
  /** Targets that are asked for in turn; `{n}` is replaced by a number that steps through `range` in a scattered order. */
  target: string;
  range: number;
  /** Prefix and length of the padded number. */
  digits: number;
  /** Body of a POST, with `{n}` (counted from 1) and `{now}` (epoch milliseconds). */
  body?: string;
}

export interface LoadResult {
  /** Milliseconds of each counted request; with a rate, from when it was due. */
  latencies: number[];
  /** Counted requests by status. */
  statuses: Record<string, number>;
  perSecond: number;
  errors: string[];
  /** Share of one core that this process used while it counted: near 1, it is the generator that limits. */
  generatorBusy: number;
}

/** Larger than any range and prime: multiples of it visit every number of a range before one comes again. */
const SCATTER = 7_368_787;

async function run(load: LoadRequest): Promise<LoadResult> {
  const url = new URL(load.url);
  const result: LoadResult = {
    latencies: [],
    statuses: {},
    perSecond: 0,
    errors: [],
    generatorBusy: 0,
  };
  let sent = 0;
  const next = (): string => {
    sent += 1;
    const scattered = (sent * SCATTER) % load.range;
    const target = load.target.replace("{n}", String(scattered).padStart(load.digits, "0"));
    const body = load.body?.replaceAll("{n}", String(sent)).replaceAll("{now}", String(Date.now()));
    return requestText(load.method, target, url.host, load.headers, body);
  };

  const begin = performance.now() + load.warmUpSeconds * 1000;
  const end = begin + load.seconds * 1000;
  const count = (due: number, status: number): void => {
    const now = performance.now();
    if (due < begin || now > end + 5000) return;
    result.latencies.push(now - due);
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
  };
  const lane = async (index: number): Promise<void> => {
    let connection = await RawConnection.open(url, load.caPem);
    const stepMs = load.rate === undefined ? 0 : (load.connections * 1000) / load.rate;
    const first = performance.now() + (index / load.connections) * stepMs;
    try {
      for (let step = 0; ; step += 1) {
        let due = performance.now();
        if (load.rate !== undefined) {
          due = first + step * stepMs;
          const wait = due - performance.now();
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        }
        if (due >= end) return;
        if (load.reconnect && step > 0) {
          connection.close();
          connection = await RawConnection.open(url, load.caPem);
        }
        count(due, await connection.send(next()));
      }
    } catch (error) {
      result.errors.push(error instanceof Error ? error.message : String(error));
    } finally {
      connection.close();
    }
  };
  const cpuFrom = process.cpuUsage();
  const from = performance.now();
  await Promise.all(Array.from({ length: load.connections }, (_, index) => lane(index)));
  const cpu = process.cpuUsage(cpuFrom);
  result.generatorBusy = (cpu.user + cpu.system) / 1000 / (performance.now() - from);
  result.perSecond = result.latencies.length / load.seconds;
  return result;
}

serveParent(async (request: LoadRequest | null) => (request === null ? "ready" : run(request)));
