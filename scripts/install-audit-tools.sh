#!/usr/bin/env bash
# Installs cargo-deny, which judges what the console is made of.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

deny_version=0.20.2

if [ "$(cargo deny --version 2>/dev/null || true)" != "cargo-deny $deny_version" ]; then
  step "Installing cargo-deny $deny_version (about 1 minute on two cores, once)"
  install_quickly cargo-deny --version "$deny_version" --locked
fi
