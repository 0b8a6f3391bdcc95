import { randomBytes } from "node:crypto";
import type { Clock } from "../../base/clock.ts";
import { systemClock } from "../../base/clock.ts";
import { API_RELEASES } from "../api/version.ts";
import { listen } from "../../base/listen.ts";
import type { CertificateAuthority, ServerCertificate } from "../../base/tls.ts";
import { issueServerCertificate } from "../../base/tls.ts";
import type { Engine, HttpHandler } from "../../sandbox-shim/engines/engine.ts";
import type { JournalEntry } from "./http/aids.ts";
import type { AdminUser } from "./http/auth.ts";
import { Administrators } from "./http/auth.ts";
import { Faults } from "./http/faults.ts";
import type { Versions } from "./http/versions.ts";
import type { Json } from "./kinds/field.ts";
import type { EntityKind } from "./kinds/index.ts";
import { Health } from "./health.ts";
import { seedBuiltins } from "./seed.ts";
import { createServer } from "./server.ts";
import type { RunDeviceScript } from "./sessions/model.ts";
import { Sessions } from "./sessions/sessions.ts";
import type { Dump } from "./store.ts";
import { Store } from "./store.ts";

export interface EmbeddedOptions {
  /** Evaluates scripts; the caller closes it. */
  engine: Engine;
  /** HTTP for scripts; trusts the public authorities and these PEM certificates. */
  http: (trustedCertificates: string[]) => HttpHandler;
  runDeviceScript: RunDeviceScript;
  /** Signs a certificate for localhost and 127.0.0.1, unless `certificate` is given. */
  authority: Pick<CertificateAuthority, "certificatePem" | "privateKeyPem">;
  /** A certificate of one's own, signed by `authority`. */
  certificate?: ServerCertificate;
  /** HTTP without TLS, for clients that cannot be told to trust a CA. Never beyond this machine. */
  plainHttp?: boolean;
  clock?: Clock;
  /** `127.0.0.1` when left out: the aids under /embedded need no token. */
  host?: string;
  /** 0 (a free one) when left out. */
  port?: number;
  /** Administrators; `admin` with a random password and all rights when left out. */
  users?: readonly AdminUser[];
  /** API versions; 18 to 23 with GET /version when left out. */
  versions?: Partial<Versions>;
  uniqueNames?: boolean;
  refuseReferencedDeletes?: boolean;
  /** Whether there is a POST /user-scripts/test, which other tools use and the API's description lacks; true when left out. */
  userScriptTests?: boolean;
  /** Minutes; the global setting administrationTokenExpiration, 1440 on a fresh one, when left out. */
  tokenLifeMinutes?: number;
  /** Name of the Gateway in session-info; `gateway` when left out. */
  gateway?: string;
  /** State of an earlier run; kinds that it lacks get the builtin objects. */
  state?: Partial<Dump>;
  /** Told the whole state after every change, secrets included, before the change is answered. */
  changed?: (state: Dump) => void;
}

export interface EmbeddedController {
  /** Base URL of the admin API: `https://localhost:<port>/admin`, or http:// when started so. */
  readonly url: string;
  readonly port: number;
  /** PEM of the authority that clients must trust. */
  readonly caPem: string;
  /** Administrators with their passwords, for the caller to hand out. */
  readonly users: readonly AdminUser[];
  readonly sessions: Sessions;
  readonly faults: Faults;
  /** Requests to /admin and /embedded, oldest first; the newest 10,000. */
  readonly requests: readonly JournalEntry[];
  dump(): Dump;
  load(dump: Partial<Dump>): void;
  /**
   * Changes an object behind the API's back, as another administrator would: fields of `change` replace those that are stored.
   * @throws SdpxError `not-found`, or `bad-input` with the Controller's findings
   */
  edit(kind: EntityKind, id: string, change: Json): void;
  /** Marks an object as kept by replication (API 24): nobody may change it by hand. */
  protect(kind: EntityKind, id: string): void;
  /** In maintenance mode nothing can be changed, and GET /appliances/status says so. */
  setMaintenance(on: boolean): void;
  forgetTokens(): void;
  close(): Promise<void>;
}

/** The release that speaks an API version natively; releases count on from 6.7 for versions that are not known yet. */
function releaseOf(version: number): string {
  const known: Readonly<Record<number, string>> = API_RELEASES;
  return known[version] ?? `6.${version - 17}`;
}

function certificateFor({ authority, certificate }: EmbeddedOptions): Promise<ServerCertificate> {
  if (certificate !== undefined) return Promise.resolve(certificate);
  return issueServerCertificate(authority, ["localhost", "127.0.0.1", "::1"]);
}

const DEFAULT_VERSIONS = { min: 18, max: 23 };
/** GET /version came with this API version. */
const VERSION_ENDPOINT_SINCE = 20;

/**
 * Starts a Controller on this machine: the admin API over HTTPS, and what a Controller and a Gateway do with the objects when
 * people sign in. State is in memory.
 * @throws SdpxError `port-taken`
 */
export async function startEmbeddedController(
  options: EmbeddedOptions,
): Promise<EmbeddedController> {
  const clock = options.clock ?? systemClock;
  const users = options.users ?? [
    { username: "admin", password: randomBytes(12).toString("base64url") },
  ];
  const { min, max } = { ...DEFAULT_VERSIONS, ...options.versions };
  const versions: Versions = {
    min,
    max,
    versionEndpoint: options.versions?.versionEndpoint ?? max >= VERSION_ENDPOINT_SINCE,
  };
  let started = false;
  const store = new Store({
    clock,
    uniqueNames: options.uniqueNames ?? true,
    refuseReferencedDeletes: options.refuseReferencedDeletes ?? true,
    changed: () => {
      if (started) options.changed?.(store.dump());
    },
  });
  seedBuiltins(store, max);
  if (options.state !== undefined) store.load(options.state);
  if (options.tokenLifeMinutes !== undefined) {
    const { tokenLifeMinutes: administrationTokenExpiration } = options;
    store.replaceSettings({ ...store.settings(max), administrationTokenExpiration }, max);
  }

  const sessions = new Sessions({ ...options, store, clock });
  const administrators = new Administrators(users, clock, () =>
    Number(store.settings(max)["administrationTokenExpiration"]),
  );
  const health = new Health(clock);
  const faults = new Faults();
  const requests: JournalEntry[] = [];
  const tls = options.plainHttp === true ? undefined : await certificateFor(options);
  const caPem = options.authority.certificatePem;
  const app = createServer({
    context: {
      store,
      sessions,
      administrators,
      versions,
      clock,
      caPem,
      health,
      hostname: "localhost",
      applianceVersion: `${releaseOf(max)}.0+0`,
      userScriptTests: options.userScriptTests ?? true,
    },
    faults,
    journal: requests,
    gateway: options.gateway ?? "gateway",
    tls,
  });
  const host = options.host ?? "127.0.0.1";
  const port = await listen(
    app,
    { host, port: options.port ?? 0 },
    "the port of the embedded Controller",
  );

  started = true;
  return {
    url: `${tls === undefined ? "http" : "https"}://localhost:${port}/admin`,
    port,
    caPem,
    users,
    sessions,
    faults,
    requests,
    dump: () => store.dump(),
    load: (dump) => store.load(dump),
    edit(kind, id, change) {
      store.edit(kind, id, change);
    },
    protect: (kind, id) => store.protect(kind, id),
    setMaintenance(on) {
      health.maintenance = on;
    },
    forgetTokens: () => administrators.forgetTokens(),
    async close() {
      await sessions.close();
      await app.close();
    },
  };
}
