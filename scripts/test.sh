#!/usr/bin/env bash
# Runs every check and every suite, even after a failure; the last line is "N passed, N failed".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-test-tools.sh
scripts/install-build-tools.sh

wasm=(--target wasm32-unknown-unknown)
log=$(mktemp)
unpacked=$(mktemp -d)
trap 'rm -rf "$log" "$unpacked"' EXIT
passed=0
failed=0
summary=()
details=()
# So many failed end-to-end tests get a second try; more are no chance.
second_tries=5

# A check passes or fails as a whole; only its failure counts.
check() {
  local name=$1 began=$SECONDS
  shift
  step "$name"
  if "$@"; then
    summary+=("ok      $name ($((SECONDS - began)) s)")
  else
    summary+=("FAILED  $name ($((SECONDS - began)) s)")
    failed=$((failed + 1))
  fi
}

# Adds up the lines "test result: ok. 12 passed; 0 failed; …" of Rust's and wasm-bindgen's test runners.
rust_counts() {
  awk '/^test result: / { passed += $4; failed += $6 } END { print passed + 0, failed + 0 }' "$log"
}

# Adds up the lines "  12 passed (3s)" and "  1 failed" at the end of Playwright's list.
playwright_counts() {
  awk '/^ +[0-9]+ passed/ { passed += $1 } /^ +[0-9]+ (failed|flaky|interrupted|did not run)/ { failed += $1 }
    END { print passed + 0, failed + 0 }' "$log"
}

# The failed tests by name.
rust_failures() {
  sed -n 's/^test \(.*\) \.\.\. FAIL.*/\1/p' "$log"
}

# The failed tests by name, each with what was expected in vain.
playwright_failures() {
  awk '/^  [0-9]+\) \[/ { if (told) print told; sub(/^ +[0-9]+\) \[[^]]*\] › /, ""); sub(/ (─)+ *$/, ""); told = $0; lines = 0; next }
    told && lines < 2 && /^ +(Error|Locator|Test timeout|TypeError)/ { sub(/^ +/, ""); told = told " | " $0; lines++ }
    END { if (told) print told }' "$log"
}

# details_of WORD: the failed tests of the log, for the end of the output.
details_of() {
  local line
  while IFS= read -r line; do
    details+=("$1: ${line:0:300}")
  done < <("${counts%_counts}_failures")
}

# suite NAME COUNTS COMMAND…: counts its tests; one that ran nothing, or broke without a failed test, is a failure. A few failed
# end-to-end tests are tried once more, alone, because a machine with other work makes one in hundreds too late; those are named.
suite() {
  local name=$1 counts=$2 began=$SECONDS status=0 suite_passed suite_failed again_passed again_failed
  shift 2
  step "$name"
  NO_COLOR=1 CARGO_TERM_COLOR=never "$@" 2>&1 | tee "$log" || status=$?
  read -r suite_passed suite_failed < <("$counts")
  if [ "$counts" = playwright_counts ] && [ "$suite_failed" -gt 0 ] && [ "$suite_failed" -le "$second_tries" ]; then
    details_of "second try"
    step "$name: what failed, once more and alone"
    status=0
    NO_COLOR=1 "$@" --last-failed --workers=1 2>&1 | tee "$log" || status=$?
    read -r again_passed again_failed < <("$counts")
    suite_passed=$((suite_passed + again_passed))
    suite_failed=$((again_failed > suite_failed - again_passed ? again_failed : suite_failed - again_passed))
  fi
  [ "$suite_failed" -eq 0 ] || details_of failed
  if [ "$suite_failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$suite_passed" -eq 0 ]; }; then
    suite_failed=1
    [ "$status" -ne 0 ] || echo "$name: no test ran" >&2
  fi
  passed=$((passed + suite_passed))
  failed=$((failed + suite_failed))
  if [ "$suite_failed" -eq 0 ]; then
    summary+=("ok      $name: $suite_passed passed ($((SECONDS - began)) s)")
  else
    summary+=("FAILED  $name: $suite_passed passed, $suite_failed failed ($((SECONDS - began)) s)")
  fi
}

end_to_end_types() {
  (cd tests/e2e && npx --no-install tsc --noEmit)
}

end_to_end() {
  (cd tests/e2e && npx --no-install playwright test --project=flows --reporter=list "$@")
}

# What is uploaded from the archive alone is the demo too.
unpack_demo() {
  cargo run --quiet -p archive -- --dist dist --deploy deploy --licence LICENSE --name demo --time 1764345600 --out "$unpacked" &&
    tar -xzf "$unpacked/demo.tar.gz" -C "$unpacked"
}

in_demo() {
  (cd tests/e2e && SITE=$unpacked/demo/site npx --no-install playwright test --project=demo --reporter=list "$@")
}

in_other_browsers() {
  (cd tests/e2e && SITE=$unpacked/demo/site npx --no-install playwright test --project=other-browsers --reporter=list "$@")
}

# A suite does not end at a command that fails: what is needed is told by &&.
behind_servers() {
  cargo build --quiet -p proxies &&
    (cd tests/e2e && npx --no-install playwright test --project=proxies --reporter=list "$@")
}

from_the_archive() {
  cargo build --quiet -p archive &&
    (cd tests/e2e && npx --no-install playwright test --project=archive --reporter=list "$@")
}

# The budget of the Makefile; that is where a change belongs.
SIZE_BUDGET_KIB=${SIZE_BUDGET_KIB:-$(awk '/^SIZE_BUDGET_KIB/ { print $3 }' Makefile)}
AREA_BUDGETS_KIB=${AREA_BUDGETS_KIB:-$(sed -n 's/^AREA_BUDGETS_KIB := //p' Makefile)}
DEMO_WORKER_BUDGET_KIB=${DEMO_WORKER_BUDGET_KIB:-$(awk '/^DEMO_WORKER_BUDGET_KIB/ { print $3 }' Makefile)}
export SIZE_BUDGET_KIB AREA_BUDGETS_KIB DEMO_WORKER_BUDGET_KIB
CHROMEDRIVER=$(command -v "${CHROMEDRIVER:-chromedriver}")
export CHROMEDRIVER

check "Formatting" cargo fmt --all --check
check "Lints, native" cargo clippy --workspace --exclude image-console --all-targets -- -D warnings
check "Lints, WebAssembly" cargo clippy -p image-console "${wasm[@]}" --all-targets -- -D warnings
suite "Native tests" rust_counts cargo test --workspace --exclude image-console --no-fail-fast
# --tests: documentation examples have no browser to run in.
suite "Browser tests" rust_counts cargo test -p image-console "${wasm[@]}" --tests --no-fail-fast
check "Build" scripts/build.sh
check "Types of the end-to-end tests" end_to_end_types
check "Size of a first visit" scripts/size.sh
suite "End-to-end tests" playwright_counts end_to_end
check "Demo from the archive" unpack_demo
suite "In the demo, from a plain server" playwright_counts in_demo
suite "In Firefox and WebKit" playwright_counts in_other_browsers
suite "Behind nginx and Caddy" playwright_counts behind_servers
suite "From the archive" playwright_counts from_the_archive

printf '\n'
printf '%s\n' "${summary[@]}"
[ ${#details[@]} -eq 0 ] || printf '%s\n' "${details[@]}"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
