#!/usr/bin/env bash
# Formats the Rust code of the whole workspace.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

exec cargo fmt --all
