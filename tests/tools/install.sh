#!/usr/bin/env bash
# Brings the tools that the tests need: Chromium, Java, jing, nginx, rsync, xmllint and Node.js from
# the system, the rest into node_modules. What cannot be had is said in a line; the tests that
# need it are then skipped and named, or fail where CI=true.
set -euo pipefail
cd "$(dirname "$0")/../.."

have() { command -v "$1" >/dev/null; }
have_chromium() { have "${CHROMIUM:-chromium}" || have chromium-browser || have google-chrome; }

packages=()
have_chromium || packages+=(chromium)
have java || packages+=(default-jre-headless)
have jing || packages+=(jing)
have nginx || packages+=(nginx-light)
have rsync || packages+=(rsync)
have xmllint || packages+=(libxml2-utils)
have node || packages+=(nodejs)
have npm || packages+=(npm)

if ((${#packages[@]})); then
  if have apt-get && [[ $(id -u) == 0 ]]; then
    echo "installing ${packages[*]}"
    apt-get update -qq || echo "the list of system packages cannot be brought up to date"
    for package in "${packages[@]}"; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null ||
        echo "$package cannot be had: the tests that need it are skipped"
    done
  else
    echo "missing: ${packages[*]}; the tests that need them are skipped (on Debian, as root: apt-get install ${packages[*]})"
  fi
fi

# the copy of the lock that node_modules was last made from
installed=node_modules/.installed-lock.json
if ! have npm; then
  echo "without npm there are no validators from npm: the tests that need them are skipped"
elif ! cmp -s package-lock.json "$installed"; then
  if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; then
    cp package-lock.json "$installed"
  else
    echo "the validators from npm cannot be had: the tests that need them are skipped"
  fi
fi
