import { z } from "zod";
import { checkShape } from "../../base/json.ts";
import { addSharedControls, SHARED_CONTROLS } from "../shared/controls.ts";
import type { Shell } from "../shared/server.ts";
import { deviceSeedSchema, RISKS } from "./devices.ts";
import type { Inventory } from "./inventory.ts";

type WithGuid = { Params: { guid: string } };

const riskSchema = z.strictObject({ risk: z.enum(RISKS) });

/** What `GET /` tells a person. */
const GUIDE = {
  product: "Jamf Security Cloud, Risk API (stand-in)",
  api: {
    "POST /v1/login": "Basic with application id and secret; answers a token for 15 minutes",
    "GET /risk/v2/devices": "externalId=…|guid=…&page=0&pageSize=100",
    "GET /risk/v1/devices": "page=0&pageSize=100 (deprecated)",
    "PUT /risk/v1/override":
      '{"risk":"HIGH","source":"MANUAL","deviceIds":["guid"]}; source WANDERA hands back',
  },
  controls: {
    "GET /stand-in/devices":
      "devices with own risk and override; POST adds one, DELETE …/{guid} removes it",
    "PUT /stand-in/devices/{guid}/risk": '{"risk":"MEDIUM"} changes JSC\'s own calculation',
    "GET /stand-in/overrides": "overrides that were carried out",
    ...SHARED_CONTROLS,
  },
} as const;

/** Routes for a person who plays with the stand-in: none of them exists in JSC. */
export function addControls(shell: Shell, inventory: Inventory): void {
  const { app } = shell;
  addSharedControls(shell);
  app.get("/", async () => GUIDE);
  app.get("/stand-in/devices", async () => ({ devices: inventory.all }));
  app.post("/stand-in/devices", async (request, reply) => {
    const seed = checkShape(deviceSeedSchema, request.body ?? {}, "request body", "device");
    return reply.code(201).send(inventory.add(seed));
  });
  app.delete<WithGuid>("/stand-in/devices/:guid", async (request, reply) => {
    inventory.remove(request.params.guid);
    return reply.code(204).send();
  });
  app.put<WithGuid>("/stand-in/devices/:guid/risk", async (request) => {
    const { risk } = checkShape(riskSchema, request.body, "request body", "risk");
    return inventory.setOwnRisk(request.params.guid, risk);
  });
  app.get("/stand-in/overrides", async () => ({ overrides: inventory.overrides }));
}
