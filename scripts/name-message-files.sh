#!/usr/bin/env bash
# Runs after trunk has built: puts a hash of its content into the name of each message file, as the program asks for it
# (crates/words/build.rs), so that no cache gives an older file to a newer program.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
source scripts/content-hash.sh

site=${TRUNK_STAGING_DIR:?trunk runs this}
file=$site/zh-CN.json
mv "$file" "${file%.json}-$(content_hash "$file").json"
