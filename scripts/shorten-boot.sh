#!/usr/bin/env bash
# Runs after trunk has built: takes the comments and indents off boot.js, which are a fifth of it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
source scripts/shorten.sh

boot=${TRUNK_STAGING_DIR:?trunk runs this}/boot.js
short=$(mktemp)
trap 'rm -f "$short"' EXIT
shorten "$boot" >"$short"
cp "$short" "$boot"
