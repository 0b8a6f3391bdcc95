import { TEST_ANALYTIC } from "../../stand-ins/index.ts";
import type { World } from "./world.ts";

/** What to paste while the story's world is left running. The credentials open nothing but this run. */
export function howToCall(world: World, dn: string): string {
  const { jamf, jsc, controller, cache, secrets, mac, caPaths } = world;
  const others = `curl -s --cacert ${caPaths.others}`;
  const origin = controller.url.replace(/\/admin$/, "");
  const session = `${origin}/embedded/sessions/${encodeURIComponent(dn)}`;
  return `
Everything is still running. Ctrl-C ends it. In another terminal:

  # what the scripts see of ${mac.name}
  curl -s --cacert ${caPaths.cache} -H 'Authorization: Bearer ${secrets.posture}' \\
    '${cache.url}/v1/posture?serial=${mac.serial}'

  # cut it off, look at its session, and let it back in
  ${others} -X POST -H 'Content-Type: application/json' -d '{"analytic":"${TEST_ANALYTIC}"}' \\
    ${jamf.url}/stand-in/computers/${mac.id}/detections
  ${others} ${session}
  ${others} -X DELETE ${jamf.url}/stand-in/computers/${mac.id}/detections

  # why
  SDPX_POSTURE_TOKEN=${secrets.posture} npx sdpx explain ${mac.serial} --url ${cache.url} --ca ${caPaths.cache}

  # what JSC was told
  ${others} ${jsc.url}/stand-in/overrides

  # change a script, npm run build, and publish it to this Controller
  export SDPX_CONTROLLER_URL=${controller.url} SDPX_CONTROLLER_CA_FILE=${caPaths.others}
  export SDPX_CONTROLLER_USERNAME=admin SDPX_CONTROLLER_PASSWORD=${secrets.adminPassword}
  npm run plan
  npm run publish
`;
}
