#!/usr/bin/env bash
# pack.sh NAME SECONDS OUT: packs dist/ and what a server is set up with into OUT/NAME.tar.gz. SECONDS is the time of every file.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

exec cargo run --quiet -p archive -- --dist "${SITE:-dist}" --deploy deploy --licence LICENSE \
  --name "$1" --time "$2" --out "$3"
