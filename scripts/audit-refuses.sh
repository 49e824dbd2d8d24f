#!/usr/bin/env bash
# Tries deny.toml: one crate of those that are linked gets a licence, an origin and a name that are refused. A judge that
# refuses nothing would not be noticed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo metadata --format-version 1 --locked >"$work/linked.json"
index=https://github.com/rust-lang/crates.io-index

# refuses CHECK METADATA CONFIG: the check fails, and says so itself; what breaks in another way has judged nothing.
refuses() {
  if cargo deny --workspace --offline --metadata-path "$2" --config "$3" check "$1" >"$work/told" 2>&1 ||
    ! grep -q "^$1 FAILED" "$work/told"; then
    sed 's/^/  /' "$work/told" >&2
    echo "scripts/audit-refuses.sh: deny.toml does not refuse what it has to ($1)" >&2
    exit 1
  fi
}

sed 's/"name":"lexopt","version":"\([^"]*\)","id":"\([^"]*\)","license":"[^"]*"/"name":"lexopt","version":"\1","id":"\2","license":"GPL-3.0-only"/' \
  "$work/linked.json" >"$work/licence.json"
sed "s|registry+$index#lexopt|registry+https://elsewhere.example/index#lexopt|g
  s|\(\"name\":\"lexopt\",[^{}]*\"source\":\"registry+\)$index|\1https://elsewhere.example/index|g" \
  "$work/linked.json" >"$work/origin.json"
sed 's/^deny = \[/&{ crate = "lexopt" },/' deny.toml >"$work/name.toml"
step "What the audit refuses"
refuses licenses "$work/licence.json" deny.toml
refuses sources "$work/origin.json" deny.toml
refuses bans "$work/linked.json" "$work/name.toml"
echo "A foreign licence, a foreign origin and an unwanted crate are refused."
