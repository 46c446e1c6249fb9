#!/usr/bin/env bash
# Everything below the window (the commands stand beside it), in as many plain pytest processes as
# there are processors, each with its share of the files: to hand out single tests costs more than
# most tests take.
# Arguments go to pytest. What each process says is shown when it ends.
set -euo pipefail
cd "$(dirname "$0")/.."
layers="model references markup structured page checks bundle intake session"
count=$(getconf _NPROCESSORS_ONLN)
((count <= 8)) || count=8 # each starts for two seconds before its first test
# What tests write goes into memory where there is room, some 15 MB, and is gone when they end.
room=$(df --output=avail /dev/shm 2>/dev/null | tail -1 || true)
((${room:-0} < 1000000)) || export TMPDIR=${TMPDIR:-/dev/shm}
said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT

# Files by layer, parted where as much lies before as behind: each process imports little of the
# program. A byte of some takes longer.
share() {
  find tests \( -path tests/commands -o -path tests/ui -o -path tests/journeys \) -prune -o \
    -name 'test_*.py' -exec wc -c {} + |
    awk -v layers="$layers" '
      BEGIN {
        for (i = split(layers, names, " "); i; i--) rank[names[i]] = i
        slow["page"] = 1; slow["checks"] = 2; slow["bundle"] = 0.4
      }
      /\.py$/ { split($2, at, "/"); print rank[at[2]] + 0, $1 * (slow[at[2]] + 1), $2 }' |
    sort -k1,1n -k3,3 |
    awk -v n="$count" -v mine="$1" '
      { file[NR] = $3; weight[NR] = $2; total += $2 }
      END { for (i = 1; i <= NR; before += weight[i++]) if (int(n * before / total) == mine) print file[i] }'
}

for ((number = 0; number < count; number++)); do
  share "$number" | xargs -r pytest -p no:pytest-qt -p no:logging --capture=sys -o cache_dir=".pytest_cache/$number" \
    --basetemp="$said/tests-$number" "$@" >"$said/$number" 2>&1 &
  processes[number]=$!
done
failed=0
for ((number = 0; number < count; number++)); do
  wait "${processes[number]}" || failed=1
  cat "$said/$number"
done
exit "$failed"
