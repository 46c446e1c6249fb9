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
# The property tests with all their examples; in a new clone this also fills the caches of both.
step packaging/below.sh -m hypothesis --hypothesis-profile=full
step packaging/below.sh --hypothesis-seed=0 # everything, property tests with a tenth of them
# Windows come one after another. Threads that wait for one another for ever say where, and it ends.
step packaging/offscreen.sh pytest --hypothesis-profile=full \
  -o faulthandler_timeout=300 -o faulthandler_exit_on_timeout=true tests/commands tests/ui tests/journeys

[ ${#failed[@]} = 0 ] || {
  printf '\nFailed: %s\n' "${failed[*]}"
  exit 1
}
