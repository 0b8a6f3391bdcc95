import { createAuthority } from "../../base/tls.ts";
import type { CertificateAuthority } from "../../base/tls.ts";
import type { Clock } from "../../base/clock.ts";
import type { Engine, Evaluation, EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";
import type { ControllerClient } from "../api/client.ts";
import { createControllerClient } from "../api/client.ts";
import type { ControllerSettings } from "../api/settings.ts";
import type { EmbeddedController, EmbeddedOptions } from "./start.ts";
import { startEmbeddedController } from "./start.ts";

/** For the tests of this room. */

export const ADMIN = { username: "admin", password: "correct horse" } as const;

/** Runs the text as plain JavaScript in this process: good enough to test everything but the sandbox. */
export function plainEngine(): Engine & { requests: EvaluationRequest[] } {
  const requests: EvaluationRequest[] = [];
  return {
    name: "quickjs",
    requests,
    async evaluate(request): Promise<Evaluation> {
      requests.push(request);
      const claims = {
        user: request.userClaims ?? {},
        device: request.deviceClaims ?? {},
        system: request.systemClaims ?? {},
      };
      const common = { output: "", executionMs: 1, auditLog: [], httpCalls: [] };
      try {
        const text = request.expression.replace(
          /%SECRET:(\w+)%/g,
          (_all, name: string) => request.secrets?.[name] ?? "",
        );
        const result = new Function("claims", text)(claims) as NonNullable<Evaluation["result"]>;
        return { ...common, result };
      } catch (error) {
        const message = String(error);
        return { ...common, error: message, failure: { reason: "exception", message } };
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Sleeps take no time and are written down; the time is moved by hand. */
export function instantClock(
  startMs = 1_700_000_000_000,
): Clock & { slept: number[]; move(ms: number): void } {
  let now = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    move: (ms) => void (now += ms),
    sleep: (ms) => {
      slept.push(ms);
      return Promise.resolve();
    },
  };
}

let authority: Promise<CertificateAuthority> | undefined;
/** One authority for a whole test file. */
export const testAuthority = () => (authority ??= createAuthority("controller tests"));

export interface Bench {
  controller: EmbeddedController;
  engine: ReturnType<typeof plainEngine>;
  clock: ReturnType<typeof instantClock>;
  /** A client that is signed in as the administrator with all rights. */
  client(settings?: Partial<ControllerSettings>): ControllerClient;
  settings: ControllerSettings;
  close(): Promise<void>;
}

export async function startBench(options: Partial<EmbeddedOptions> = {}): Promise<Bench> {
  const engine = plainEngine();
  const clock = instantClock();
  const controller = await startEmbeddedController({
    engine,
    http: () => async () => ({ failure: "unreachable", message: "no network in tests" }),
    runDeviceScript: async ({ commands }) => ({
      stdout: `${String(commands["ioreg"] ?? "unknown")}\n`,
      stderr: "",
      exitCode: 0,
      timedOut: false,
    }),
    authority: await testAuthority(),
    clock,
    users: [ADMIN],
    ...options,
  });
  const settings: ControllerSettings = {
    url: controller.url,
    providerName: "local",
    username: ADMIN.username,
    password: ADMIN.password,
    deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
    caPem: controller.caPem,
    insecure: false,
  };
  const clients: ControllerClient[] = [];
  return {
    controller,
    engine,
    clock,
    settings,
    client(more) {
      const client = createControllerClient({ ...settings, ...more }, { clock, random: () => 0.5 });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) await client.close();
      await controller.close();
    },
  };
}
