#!/usr/bin/env bash
# Sets up this clone: the system libraries that Qt loads, and a virtual environment in .venv.
# Does nothing where both are in order. Asks nothing; what it may not install it names.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*" >&2; }
stop() {
  say "$@"
  exit 1
}

. packaging/apt.sh

find_python() {
  local candidate
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  stop "Python 3.11 or newer is needed and was not found. Install it, or name it: PYTHON=/path make …"
}

# Installs packages, or ends with one line that says what to install.
require() {
  if may_install && apt_install "$@"; then return; fi
  stop "these packages are missing: sudo apt-get install $(release_names "$@")"
}

install_libraries() {
  local missing
  read -ra missing <<<"$("$python" packaging/libraries.py)"
  [ ${#missing[@]} = 0 ] || require "${missing[@]}"
}

# What .venv was made from: another pyproject.toml, Python or folder asks for a new one.
fingerprint() {
  { "$python" -VV; pwd; cat pyproject.toml packaging/setup.sh; } | sha256sum
}

build_environment() {
  local version quiet=(--quiet)
  [ -t 2 ] && quiet=()
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  "$python" -c 'import ensurepip, venv' 2>/dev/null || require "python$version-venv"
  say "building .venv for Python $version (the first time it fetches some 300 MB)"
  "$python" -m venv --clear .venv
  .venv/bin/python -m pip install "${quiet[@]}" --upgrade 'pip>=25.1' # the first with --group
  # setuptools takes each folder of resources for a package that was forgotten, and warns at length
  PYTHONWARNINGS=ignore .venv/bin/python -m pip install "${quiet[@]}" --group dev --editable .
  .venv/bin/python -c 'from PySide6 import QtWebEngineWidgets' ||
    stop "Qt does not load: the line above names the library that is missing."
}

python=$(find_python)
install_libraries
if [ "$(cat .venv/made-from 2>/dev/null)" != "$(fingerprint)" ]; then
  build_environment
  fingerprint >.venv/made-from
fi
