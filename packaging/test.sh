#!/usr/bin/env bash
# Every check of the project, all of them even when one fails; the tests come last.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=()

step() {
  printf '\n» %s\n' "$*"
  "$@" || failed+=("$1")
}

PATH="$PWD/.venv/bin:$PATH"
step ruff check
step ruff format --check
step mypy
step lint-imports
step packaging/below.sh --hypothesis-profile=full
# Windows come one after another.
step packaging/offscreen.sh pytest --hypothesis-profile=full tests/ui tests/journeys

[ ${#failed[@]} = 0 ] || {
  printf '\nFailed: %s\n' "${failed[*]}"
  exit 1
}
