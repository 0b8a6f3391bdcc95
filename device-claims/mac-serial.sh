#!/bin/sh
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
