#!/bin/sh
# sdpx: device-claim/mac-serial bundle sdpx 0.1.0 sha256:c71fe19d9d92c2a6b7517a9fd29f512c9f45faa1f7b72a50d8f55a4052c412f3
# Prints this Mac's serial number and nothing else, or "unknown".
# The Client runs it every five minutes as the user, and sends all claims again when the output changes:
# so the same Mac always prints the same text, without a time and without a line end.

# The Client's own PATH may lack these.
PATH="$PATH:/usr/sbin:/usr/bin:/sbin:/bin"

serial=$(ioreg -rd1 -c IOPlatformExpertDevice 2>/dev/null |
  awk -F'"' '$2 == "IOPlatformSerialNumber" { print $4; exit }' 2>/dev/null)

# Virtual machines and replaced logic boards may have an empty or odd one, which would only mislead.
case $serial in
  '' | *[!A-Za-z0-9]*) serial=unknown ;;
esac
printf '%s' "$serial"
