#!/usr/bin/env bash
# Holds the walls inside src/: who may know whom. Prints what breaks one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

broken=0

# only WORD WHERE…: the word stands nowhere in src/ but there.
only() {
  local word=$1 found
  shift
  found=$(grep -rnE "$word" src | grep -vE "^($(IFS='|'; echo "$*"))" || true)
  [ -z "$found" ] || { echo "$word belongs to $*, but: $found"; broken=1; }
}

# never WHERE MODULES: files there import none of these modules.
never() {
  local found
  found=$(grep -rnE "crate::($2)\b" "src/$1" "src/$1.rs" 2>/dev/null || true)
  [ -z "$found" ] || { echo "$1 may not know $2, but: $found"; broken=1; }
}

only 'gloo_net' src/net
only 'local_storage|session_storage' src/browser/storage.rs
never ui 'session|query|work|pages|table|form|route|route|net'
never i18n 'session|query|work|pages|table|form|route|route|net|ui'
never net 'session|query|work|pages|table|form|ui|i18n|route'
never store 'session|query|work|pages|table|form|ui|i18n|net'
never session 'query|work|pages|table|form|ui|i18n'
never query 'work|pages|table|form|ui'
never work 'pages|table|form'
never table 'query|work|pages|session|net'
never form 'query|work|pages|session|net|table'
exit "$broken"
