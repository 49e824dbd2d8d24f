#!/usr/bin/env bash
# Installs what the tests need: rustfmt, clippy, Chromium with its driver and without its windows, Firefox, WebKitGTK's driver,
# Xvfb, Node.js, nginx, Caddy, OpenSSL, Playwright.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

for component in rustfmt:cargo-fmt clippy:cargo-clippy; do
  if ! cargo "${component#*:cargo-}" --version >/dev/null 2>&1; then
    step "Adding ${component%:*} (seconds)"
    rustup component add "${component%:*}"
  fi
done

packages=()
command -v "${CHROMIUM:-chromium}" >/dev/null || packages+=(chromium)
command -v "${CHROMEDRIVER:-chromedriver}" >/dev/null || packages+=(chromium-driver)
command -v "${FIREFOX:-firefox-esr}" >/dev/null || packages+=(firefox-esr)
command -v "${WEBKIT_DRIVER:-WebKitWebDriver}" >/dev/null || packages+=(webkit2gtk-driver)
command -v Xvfb >/dev/null || packages+=(xvfb)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
command -v openssl >/dev/null || packages+=(openssl)
[ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
# Chromium without its windows starts a page with two thirds of the work. Not every system has a package of it, and the tests do
# without it.
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium-headless-shell >/dev/null && command -v apt-get >/dev/null; then
  (install_packages chromium-headless-shell) || echo "The tests run in Chromium with its windows, which takes longer." >&2
fi
scripts/install-servers.sh

# npm writes this file last; older than the lock file means that something is missing.
installed=tests/e2e/node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ tests/e2e/package-lock.json -nt "$installed" ]; then
  step "Installing Playwright (seconds)"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix tests/e2e --no-audit --no-fund
fi
