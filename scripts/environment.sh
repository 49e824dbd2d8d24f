# Sourced by the others: works from the repository's root and finds what cargo installs.
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cargo_bin="${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin"
case ":$PATH:" in
  *":$cargo_bin:"*) ;;
  *) export PATH="$cargo_bin:$PATH" ;;
esac

if ! command -v cargo >/dev/null; then
  echo "Rust is missing: install it from https://rustup.rs, then run this again." >&2
  exit 1
fi

# Where cargo builds, and what else is made here is put.
target=${CARGO_TARGET_DIR:-target}
case $target in
  /*) ;;
  *) target=$(pwd -P)/$target ;;
esac

# Where Debian keeps nginx, and not everybody looks.
export PATH="$PATH:/usr/sbin"

# Says what happens now, and how long that takes.
step() {
  printf '\n==> %s\n' "$*"
}

# Tools that run for seconds need no optimised build: this halves the wait.
install_quickly() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    cargo install --force "$@"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages NAME…: packages of the system.
install_packages() {
  if ! command -v apt-get >/dev/null; then
    echo "Please install these yourself, this system has no apt-get: $*" >&2
    exit 1
  fi
  step "Installing $* (about 2 minutes, once)"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}
