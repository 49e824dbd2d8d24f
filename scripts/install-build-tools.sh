#!/usr/bin/env bash
# Installs what a build needs besides Rust: the wasm target, trunk, wasm-bindgen, wasm-split.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

trunk_version=0.21.14
# Cuts the program by the marks of wasm_split_helpers, which Leptos brings.
split_version=0.2.4
# The glue generator must be of exactly the version that the program is linked with.
bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
if [ -z "$bindgen_version" ]; then
  echo "Cargo.lock names no version of wasm-bindgen." >&2
  exit 1
fi

if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
  step "Adding Rust's WebAssembly target (seconds)"
  rustup target add wasm32-unknown-unknown
fi

if [ "$(trunk --version 2>/dev/null || true)" != "trunk $trunk_version" ]; then
  step "Installing trunk $trunk_version (about 4 minutes on two cores, once)"
  install_quickly trunk --version "$trunk_version" --locked
fi

if [ "$(wasm-bindgen --version 2>/dev/null || true)" != "wasm-bindgen $bindgen_version" ] ||
  ! command -v wasm-bindgen-test-runner >/dev/null; then
  step "Installing wasm-bindgen $bindgen_version (about 3 minutes on two cores, once)"
  # Without --locked: its lock file may name versions that the registry does not offer yet.
  install_quickly wasm-bindgen-cli --version "$bindgen_version"
fi

# It tells no version itself; cargo's list does.
if ! grep -qx "wasm_split_cli_support v$split_version:" <<<"$(cargo install --list)" ||
  ! command -v wasm-split-cli >/dev/null; then
  step "Installing wasm-split-cli $split_version (about 1 minute on two cores, once)"
  install_quickly wasm_split_cli_support --version "$split_version" --features build-binary --locked
fi
