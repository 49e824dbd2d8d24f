#!/usr/bin/env bash
# Lists what a first visit loads until the sign-in form is visible, and what each area loads; fails above SIZE_BUDGET_KIB of
# brotli, above what AREA_BUDGETS_KIB says of an area, and above DEMO_WORKER_BUDGET_KIB for the demo's worker.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-test-tools.sh
cd tests/e2e
exec npx --no-install playwright test --project=size --reporter=./support/quiet-reporter.ts
