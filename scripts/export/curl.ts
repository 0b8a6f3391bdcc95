import type { Desired } from "../../controller/publish/kinds.ts";

const MARKER = "SDPX_BODY";

/** JSON of one line, in ASCII, so that no terminal, locale or heredoc changes it. */
function bodyOf(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A text as one word of the shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The bundle as a shell script that needs curl and jq: it signs in, then creates each object or, where the id is there
 * already, replaces it. Password and token stand in no argument, so they show in no process list.
 */
export function exportCurl(
  desired: readonly Desired[],
  apiVersion: number,
  bundle: string,
): string {
  const steps = desired.map(({ resource, row, kind, body }) => {
    const label = shellWord(`${kind} ${row.name}`.replaceAll(/[\r\n]/g, " "));
    return `put ${resource} ${body.id} ${label} <<'${MARKER}'\n${bodyOf(body)}\n${MARKER}\n`;
  });
  return `#!/bin/sh
# Bundle ${bundle.replaceAll(/[\r\n]/g, " ")}, exported by sdpx. Unlike sdpx publish it asks nothing: whatever has one of these ids is replaced.
# Needs curl and jq, and these variables:
#   SDPX_CONTROLLER_URL       such as https://controller.example.com:8443/admin
#   SDPX_CONTROLLER_USERNAME, SDPX_CONTROLLER_PASSWORD
#   SDPX_CONTROLLER_DEVICE_ID a UUID, always the same for this machine
#   SDPX_CONTROLLER_PROVIDER  local when left out
#   SDPX_CONTROLLER_CA_FILE   PEM of the Controller's authority; the system's when left out
set -eu
: "\${SDPX_CONTROLLER_URL:?}" "\${SDPX_CONTROLLER_USERNAME:?}" "\${SDPX_CONTROLLER_PASSWORD:?}" "\${SDPX_CONTROLLER_DEVICE_ID:?}"
export SDPX_CONTROLLER_USERNAME SDPX_CONTROLLER_PASSWORD SDPX_CONTROLLER_DEVICE_ID
export SDPX_CONTROLLER_PROVIDER="\${SDPX_CONTROLLER_PROVIDER:-local}"
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# call METHOD PATH: the body is standard input; prints the status, and keeps the answer in $work/answer
call() {
  curl -sS -o "$work/answer" -w '%{http_code}' \${SDPX_CONTROLLER_CA_FILE:+--cacert "$SDPX_CONTROLLER_CA_FILE"} \\
    -K "$work/curl" -X "$1" --data-binary @- "$SDPX_CONTROLLER_URL$2"
}
fail() {
  echo "$1" >&2
  cat "$work/answer" >&2
  exit 1
}
# put COLLECTION ID LABEL: the object is standard input
put() {
  cat > "$work/body"
  status=$(call GET "/$1/$2" < /dev/null)
  case "$status" in
    200) status=$(call PUT "/$1/$2" < "$work/body") ;;
    404) status=$(call POST "/$1" < "$work/body") ;;
  esac
  [ "$status" = 200 ] || fail "$3: HTTP $status"
  echo "$3"
}

cat > "$work/curl" <<'HEADERS'
header = "Accept: ${`application/vnd.appgate.peer-v${apiVersion}+json`}"
header = "Content-Type: application/json"
HEADERS
status=$(jq -n '{providerName: env.SDPX_CONTROLLER_PROVIDER, username: env.SDPX_CONTROLLER_USERNAME,
  password: env.SDPX_CONTROLLER_PASSWORD, deviceId: env.SDPX_CONTROLLER_DEVICE_ID}' | call POST /login)
[ "$status" = 200 ] || fail "sign-in: HTTP $status"
jq -r '"header = \\"Authorization: Bearer \\(.token)\\""' "$work/answer" >> "$work/curl"

${steps.join("\n")}`;
}
