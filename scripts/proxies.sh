#!/usr/bin/env bash
# Writes what deploy/ has for nginx and Caddy anew; a test compares it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

write() {
  cargo run --quiet -p proxies -- "$1" --config deploy/examples/open-telekom-cloud.json \
    --site /srv/image-console --mount "$2" --name images.example.com >"deploy/$3"
}

write nginx / nginx/image-console.conf
write nginx /tools/console/ nginx/image-console-sub-path.conf
write caddy / caddy/image-console.caddy
write caddy /tools/console/ caddy/image-console-sub-path.caddy
