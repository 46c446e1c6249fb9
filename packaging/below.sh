#!/usr/bin/env bash
# Everything below the window (the commands stand beside it), in as many plain pytest processes as
# there are processors, each with its share of the files: to hand out single tests costs more than
# most tests take.
# Arguments go to pytest. What each process says is shown when it ends.
set -euo pipefail
cd "$(dirname "$0")/.."
count=$(getconf _NPROCESSORS_ONLN)
((count <= 8)) || count=8 # each starts for two seconds before its first test
said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT

# The largest first, dealt out there and back again: 0 1 1 0 0 1 1 0 …
share() {
  find tests \( -path tests/commands -o -path tests/ui -o -path tests/journeys \) -prune -o \
    -name 'test_*.py' -exec ls -S {} + |
    awk -v n="$count" -v mine="$1" '
      { turn = (NR - 1) % (2 * n); if ((turn < n ? turn : 2 * n - 1 - turn) == mine) print }'
}

for ((number = 0; number < count; number++)); do
  share "$number" | xargs pytest -p no:pytest-qt -p no:logging -o cache_dir=".pytest_cache/$number" "$@" >"$said/$number" 2>&1 &
  processes[number]=$!
done
failed=0
for ((number = 0; number < count; number++)); do
  wait "${processes[number]}" || failed=1
  cat "$said/$number"
done
exit "$failed"
