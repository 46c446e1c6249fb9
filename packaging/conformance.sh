#!/usr/bin/env bash
# Shows exported pages to independent tools. What a machine lacks is installed below
# build/conformance where that may be, and named by the tool that prints the table where not.
set -euo pipefail
cd "$(dirname "$0")/.."
home=build/conformance

say() { printf 'conformance: %s\n' "$*" >&2; }
. packaging/apt.sh

# Each is asked for only where it is missing; the table says what a failure here costs.
install_programs() {
  local missing=()
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
  command -v chromium >/dev/null || missing+=(chromium)
  [ ${#missing[@]} = 0 ] && return
  if may_install; then
    apt_install "${missing[@]}" || say "not all of these could be installed: ${missing[*]}"
  else
    say "these packages are missing: sudo apt-get install ${missing[*]}"
  fi
}

install_node_packages() {
  cp packaging/conformance/{package.json,*.mjs} "$home/"
  command -v npm >/dev/null || return 0
  cmp -s "$home/package.json" "$home/node_modules/made-from" && return
  timeout 180 npm install --prefix "$home" --silent --no-audit --no-fund --ignore-scripts &&
    cp "$home/package.json" "$home/node_modules/made-from" || say "npm could not install its packages"
}

install_readers() {
  cmp -s pyproject.toml "$home/python/made-from" && return
  .venv/bin/python -m venv --clear "$home/python" &&
    "$home/python/bin/pip" install --quiet --disable-pip-version-check 'pip>=25.1' &&
    timeout 180 "$home/python/bin/pip" install --quiet --group conformance &&
    cp pyproject.toml "$home/python/made-from" || say "extruct and PyLD could not be installed"
}

mkdir -p "$home"
install_programs
install_node_packages
install_readers
exec .venv/bin/python tools/conformance.py "$home"
