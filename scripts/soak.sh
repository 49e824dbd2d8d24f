#!/usr/bin/env bash
# Uses the built console for a long time and prints how much memory its module holds; fails where that goes on growing.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-test-tools.sh
cd tests/e2e
exec npx --no-install playwright test --project=soak --reporter=./support/quiet-reporter.ts
