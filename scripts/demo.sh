#!/usr/bin/env bash
# Builds what is missing and serves the console with a simulated cloud.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

port="${1:-8080}"
scripts/build.sh

step "Image Console: http://127.0.0.1:$port/ (stop with Ctrl+C)"
exec "$target/release/simulator" --listen "127.0.0.1:$port" --site dist --repositories 300 --print-credentials
