import { type FakeAnswer, type FakeRequest, type FakeServer, startFakeServer } from "./http.ts";

export interface FakeComputer {
  id: number;
  serial: string;
  udid: string;
  username?: string;
  managed?: boolean;
  fileVault?: string;
  sip?: string;
  gatekeeper?: string;
  /** Epoch milliseconds. */
  reportDate: number;
}

export interface FakeJamf extends FakeServer {
  computers: FakeComputer[];
  /** Group id → ids of members. */
  groups: Map<string, Set<number>>;
  /** Answers instead of the server's own, when it returns something. */
  fault: ((request: FakeRequest) => FakeAnswer | undefined) | undefined;
  /** Inventory versions that exist. */
  versions: string[];
  /** The groups that records name, when they are behind `groups`. */
  recordedGroups: Map<string, Set<number>> | undefined;
}

/** A small Jamf Pro: OAuth token, computers-inventory with id filter and pages, smart group membership. */
export async function startFakeJamf(port = 0): Promise<FakeJamf> {
  let tokens = 0;
  const answer = (request: FakeRequest): FakeAnswer => {
    const fault = jamf.fault?.(request);
    if (fault !== undefined) return fault;
    if (request.path === "/api/oauth/token") {
      const form = new URLSearchParams(request.body);
      if (form.get("client_secret") !== "jamf-secret") {
        return { status: 401, body: { error: "invalid_client" } };
      }
      tokens += 1;
      return { status: 200, body: { access_token: `token-${tokens}`, expires_in: 599 } };
    }
    if (request.headers.authorization !== `Bearer token-${tokens}`) {
      return { status: 401, body: { httpStatus: 401, errors: [] } };
    }
    const inventory = /^\/api\/(v\d)\/computers-inventory$/.exec(request.path);
    if (inventory !== null) {
      if (!jamf.versions.includes(inventory[1] ?? "")) return notFound;
      return { status: 200, body: page(jamf, request.query) };
    }
    const group = /smart-group-membership\/(\d+)$/.exec(request.path);
    const members = jamf.groups.get(group?.[1] ?? "");
    if (members === undefined) return notFound;
    return { status: 200, body: { members: [...members] } };
  };
  const server = await startFakeServer(answer, port);
  const jamf: FakeJamf = Object.assign(server, {
    computers: [],
    groups: new Map<string, Set<number>>(),
    fault: undefined,
    versions: ["v1", "v3"],
    recordedGroups: undefined,
  });
  return jamf;
}

const notFound: FakeAnswer = { status: 404, body: { httpStatus: 404, errors: [] } };

function page(jamf: FakeJamf, query: URLSearchParams) {
  const filter = /^id=in=\(([\d,]*)\)$/.exec(query.get("filter") ?? "");
  const wanted = filter === null ? null : new Set((filter[1] ?? "").split(",").map(Number));
  const all = jamf.computers
    .filter(({ id }) => wanted?.has(id) ?? true)
    .sort((a, b) => a.id - b.id);
  const size = Number(query.get("page-size"));
  const from = Number(query.get("page")) * size;
  return {
    totalCount: all.length,
    results: all.slice(from, from + size).map((computer) => record(jamf, computer)),
  };
}

function record(jamf: FakeJamf, computer: FakeComputer) {
  return {
    id: String(computer.id),
    udid: computer.udid,
    general: {
      name: `mac-${computer.id}`,
      reportDate: new Date(computer.reportDate).toISOString(),
      remoteManagement: { managed: computer.managed ?? true },
    },
    hardware: { serialNumber: computer.serial },
    operatingSystem: { fileVault2Status: "ALL_ENCRYPTED" },
    security: {
      sipStatus: computer.sip ?? "ENABLED",
      gatekeeperStatus: computer.gatekeeper ?? "APP_STORE_AND_IDENTIFIED_DEVELOPERS",
    },
    diskEncryption: {
      bootPartitionEncryptionDetails: {
        partitionFileVault2State: computer.fileVault ?? "ENCRYPTED",
      },
    },
    userAndLocation: { username: computer.username ?? "" },
    groupMemberships: [...(jamf.recordedGroups ?? jamf.groups)]
      .filter(([, members]) => members.has(computer.id))
      .map(([groupId]) => ({ groupId, groupName: `group ${groupId}`, smartGroup: true })),
    applications: null,
  };
}
