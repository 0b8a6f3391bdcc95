import { type FakeAnswer, type FakeRequest, type FakeServer, startFakeServer } from "./http.ts";

export interface Override {
  risk: string;
  source: string;
  deviceIds: string[];
}

export interface FakeJsc extends FakeServer {
  /** UDID in lower case → JSC id. */
  devices: Map<string, string>;
  /** Overrides that were accepted, in order. */
  overrides: Override[];
  fault: ((request: FakeRequest) => FakeAnswer | undefined) | undefined;
  /** JSC ids that the override call refuses. */
  refused: Set<string>;
}

/** A small Jamf Security Cloud: login, v2 devices, override. */
export async function startFakeJsc(port = 0): Promise<FakeJsc> {
  const basic = `Basic ${Buffer.from("jsc-id:jsc-secret").toString("base64")}`;
  let logins = 0;
  const answer = (request: FakeRequest): FakeAnswer => {
    const fault = jsc.fault?.(request);
    if (fault !== undefined) return fault;
    if (request.path === "/v1/login") {
      if (request.headers.authorization !== basic) return forbidden;
      logins += 1;
      return { status: 200, body: { token: `jwt-${logins}` } };
    }
    if (request.headers.authorization !== `Bearer jwt-${logins}`) return forbidden;
    if (request.path === "/risk/v2/devices") {
      return { status: 200, body: { userDeviceList: list(jsc, request.query) } };
    }
    if (request.path === "/risk/v1/override" && request.method === "PUT") {
      const override = JSON.parse(request.body) as Override;
      if (override.deviceIds.some((id) => jsc.refused.has(id))) {
        return { status: 400, body: { logref: "BAD_DEVICE", message: "no such device" } };
      }
      jsc.overrides.push(override);
      return { status: 204 };
    }
    return { status: 404, body: { logref: "UNKNOWN_URI_PATH" } };
  };
  const server = await startFakeServer(answer, port);
  const jsc: FakeJsc = Object.assign(server, {
    devices: new Map<string, string>(),
    overrides: [],
    fault: undefined,
    refused: new Set<string>(),
  });
  return jsc;
}

const forbidden: FakeAnswer = { status: 403, body: { logref: "Forbidden", message: "Forbidden" } };

function list(jsc: FakeJsc, query: URLSearchParams) {
  const wanted = query.get("externalId");
  const all = [...jsc.devices].filter(([udid]) => wanted === null || udid === wanted);
  const size = Number(query.get("pageSize") ?? 100);
  const from = Number(query.get("page") ?? 0) * size;
  return all
    .slice(from, from + size)
    .map(([udid, guid]) => ({ guid, externalId: udid, riskCategory: "SECURE" }));
}
