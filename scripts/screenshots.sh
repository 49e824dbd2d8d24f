#!/usr/bin/env bash
# Makes pictures of every page in every state of tests/e2e/support/states.ts.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-test-tools.sh
if ! fc-list 2>/dev/null | grep -qi 'cjk'; then
  echo "No Chinese font here: the zh-CN pictures will show boxes (Debian: fonts-noto-cjk)." >&2
fi
cd tests/e2e
exec npx --no-install playwright test --project=screenshots --reporter=list
