#!/usr/bin/env bash
# Uses the built console for a long time and prints how much memory its module holds; fails where that goes on growing. Prints
# too how long the page is busy at once while the overview reads a large cloud, and fails where that is longer than a person notices.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-test-tools.sh
cd tests/e2e
exec npx --no-install playwright test --project=soak --reporter=./support/quiet-reporter.ts
