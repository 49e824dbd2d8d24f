#!/usr/bin/env bash
# Installs nginx and Caddy, or those that are named. Neither is left running: it serves where somebody starts it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

[ $# -gt 0 ] || set -- nginx caddy
missing=()
for server in "$@"; do
  command -v "$server" >/dev/null || missing+=("$server")
done
[ ${#missing[@]} -gt 0 ] || exit 0

# Debian starts what it installs, unless this file forbids it.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  forbidden=$(mktemp)
  trap 'rm -f "$forbidden"; as_root rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$forbidden"
  as_root install -m 755 "$forbidden" "$policy"
fi
install_packages "${missing[@]}"
# Nor does it start with the system.
if command -v systemctl >/dev/null; then
  as_root systemctl disable --quiet "${missing[@]}" ||
    echo "They may start with the system: systemctl disable ${missing[*]}" >&2
fi
