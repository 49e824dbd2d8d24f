#!/usr/bin/env bash
# Builds the console and serves it on this machine for a real cloud, behind nginx or Caddy.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

cloud=${1:?which cloud, such as open-telekom-cloud}
region=${2:?which region, such as eu-de}
port=${3:-8080}

server=nginx
command -v nginx >/dev/null || ! command -v caddy >/dev/null || server=caddy
scripts/install-servers.sh "$server"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/own" "$folder/site"
set_up() {
  printf '{"clouds":[{"preset":"%s","regions":["%s"]}]}\n' "$cloud" "$region" >"$folder/site/config.json"
}
set_up
cargo run --quiet -p proxies -- "$server" --config "$folder/site/config.json" --site "$folder/site" \
  --listen "127.0.0.1:$port" --alone "$folder/own" >"$folder/configuration"

scripts/build.sh console
cp -r dist/. "$folder/site"
# dist/ may hold another one.
set_up
# nginx reads as a user of its own where root starts it.
chmod -R a+rX "$folder"

step "Image Console for $cloud, $region: http://localhost:$port/ (stop with Ctrl+C)"
echo "$server serves it to this machine alone, and hands on what is below /api/ to these hosts, over TLS:"
grep -oE '[a-z0-9.-]+:443' "$folder/configuration" | sort -u | sed 's/^/  /'
echo "What you do there happens in the cloud. Tokens and keys stay in the browser and on their way to it; nothing is kept here."
case $server in
  nginx) command=(nginx -e stderr -c "$folder/configuration") ;;
  caddy) command=(env HOME="$folder/own" XDG_CONFIG_HOME="$folder/own" XDG_DATA_HOME="$folder/own"
    caddy run --adapter caddyfile --config "$folder/configuration") ;;
esac
"${command[@]}" &
running=$!
trap 'kill "$running" 2>/dev/null || true; wait "$running" || true; rm -rf "$folder"' EXIT
trap 'exit 0' INT TERM
wait "$running"
