#!/usr/bin/env bash
# Runs the acceptance tests of Appgate's Terraform provider against an embedded Controller. See test/compat/README.md.
#
#   test/compat/run-terraform.sh [--api 18-24] [--run REGEX] [--work DIR]
#
# Needs Go (1.25 or later) and the network for Go's module proxy. Everything goes into a temporary folder, which is removed
# at the end unless --work names one to keep. Ends 0 when every test that the list names passes, 77 when it cannot run here.
set -euo pipefail

PROVIDER=github.com/appgate/terraform-provider-appgatesdp
PROVIDER_VERSION=v1.24.1
TOFU_VERSION=v1.9.1
PER_TEST_SECONDS=${PER_TEST_SECONDS:-180}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
api=18-23
only=
work=
while [ $# -gt 0 ]; do
  case $1 in
    --api | --run | --work)
      [ $# -ge 2 ] || { echo "$1 needs a value" >&2; exit 99; }
      case $1 in --api) api=$2 ;; --run) only=$2 ;; --work) work=$2 ;; esac
      shift 2
      ;;
    -h | --help) sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) echo "unknown option $1; see --help" >&2; exit 99 ;;
  esac
done

skip() { echo "skipped: $1" >&2; exit 77; }
command -v go >/dev/null || skip "Go is not installed (https://go.dev/dl/); the same sequences run without it: npx vitest run test/compat"
command -v timeout >/dev/null || skip "the command timeout (GNU coreutils) is not installed"
node=$root/node_modules/.bin/node
[ -x "$node" ] || skip "run npm ci first"

controller=
if [ -n "$work" ]; then mkdir -p "$work"; keep=1; else work=$(mktemp -d); keep=; fi
work=$(cd "$work" && pwd)
finish() {
  if [ -n "$controller" ]; then kill "$controller" 2>/dev/null || true; wait "$controller" 2>/dev/null || true; fi
  if [ -z "$keep" ]; then chmod -R u+w "$work"; rm -rf "$work"; else echo "kept: $work"; fi
}
trap finish EXIT

# One package at a time, at the lowest priority: the generated client is large.
go_build() { nice -n 19 go "$@"; }
# A writable copy of a module at a version: fetch MODULE VERSION FOLDER
fetch() {
  [ ! -d "$3" ] || return 0
  local dir
  dir=$(go mod download -json "$1@$2" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p') || skip "Go cannot fetch $1@$2"
  [ -d "$dir" ] || skip "Go cannot fetch $1@$2"
  cp -R "$dir" "$3"
  chmod -R u+w "$3"
}
if [ ! -x "$work/provider.test" ]; then
  echo "building the provider's tests ($PROVIDER_VERSION); this takes minutes the first time"
  fetch "$PROVIDER" "$PROVIDER_VERSION" "$work/provider"
  (cd "$work/provider" && go_build test -p 1 -c -o "$work/provider.test" ./appgate)
fi
cli=${TF_ACC_TERRAFORM_PATH:-$(command -v terraform || command -v tofu || true)}
if [ -z "$cli" ]; then
  cli=$work/tofu
  echo "building OpenTofu $TOFU_VERSION, as there is no terraform or tofu here"
  if [ ! -x "$cli" ]; then
    # Not by "go install": its go.mod replaces modules, which is only allowed in the main module.
    fetch github.com/opentofu/opentofu "$TOFU_VERSION" "$work/opentofu"
    (cd "$work/opentofu" && go_build build -p 1 -o "$cli" ./cmd/tofu)
  fi
fi
case $(basename "$cli") in
  tofu*) export TF_ACC_PROVIDER_HOST=registry.opentofu.org TF_ACC_PROVIDER_NAMESPACE=hashicorp ;;
esac

export SDPX_CONTROLLER_PASSWORD
SDPX_CONTROLLER_PASSWORD=$(head -c 24 /dev/urandom | base64 | tr -d '/+=')
"$node" "$root/scripts/sdpx.js" controller --port 0 --folder "$work/ca" --api-versions "$api" --json \
  >"$work/controller.json" 2>"$work/controller.log" &
controller=$!
for _ in $(seq 120); do
  [ -s "$work/controller.json" ] && break
  kill -0 "$controller" 2>/dev/null || { cat "$work/controller.log" "$work/controller.json" >&2; exit 1; }
  sleep 0.5
done
url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$work/controller.json")
[ -n "$url" ] || { echo "the embedded Controller did not start within a minute" >&2; exit 1; }

export TF_ACC=1 TF_ACC_TERRAFORM_PATH=$cli CHECKPOINT_DISABLE=1 NO_PROXY='*' TMPDIR=$work
unset HTTP_PROXY HTTPS_PROXY http_proxy https_proxy
export APPGATE_ADDRESS=$url APPGATE_USERNAME=admin APPGATE_PASSWORD=$SDPX_CONTROLLER_PASSWORD APPGATE_PROVIDER=local
export APPGATE_INSECURE=false APPGATE_PEM_FILEPATH=$work/ca/development-ca.pem SSL_CERT_FILE=$work/ca/development-ca.pem

# Each test in a process of its own: a panic of the provider must not take the others along.
mkdir -p "$work/logs"
[ -d "$work/provider/appgate" ] && cd "$work/provider/appgate"
passed=0 failed=0 skipped=0
while read -r name; do
  case $name in '' | '#'*) continue ;; esac
  if [ -n "$only" ] && ! [[ $name =~ $only ]]; then continue; fi
  log=$work/logs/$name.log
  timeout "$PER_TEST_SECONDS" "$work/provider.test" -test.v -test.run "^$name\$" </dev/null >"$log" 2>&1 || true
  case $(grep -Eo '^--- (PASS|FAIL|SKIP)' "$log" | head -n 1) in
    *PASS) passed=$((passed + 1)); echo "pass  $name" ;;
    *SKIP) skipped=$((skipped + 1)); echo "skip  $name  (for another product version)" ;;
    *) failed=$((failed + 1)); echo "FAIL  $name"; tail -n 20 "$log" ;;
  esac
done <"$here/terraform-tests.txt"
echo "API $api: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
