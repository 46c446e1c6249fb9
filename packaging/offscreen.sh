#!/usr/bin/env bash
# Runs a command with Qt drawing in memory: no screen, no GPU, the same pixels everywhere.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen:configfile=$here/offscreen.json}
export QT_QUICK_BACKEND=${QT_QUICK_BACKEND:-software}
flags="--disable-gpu --log-level=3"
[ "$(id -u)" != 0 ] || flags+=" --no-sandbox" # as root Chromium runs only without
export QTWEBENGINE_CHROMIUM_FLAGS=${QTWEBENGINE_CHROMIUM_FLAGS:-$flags}
exec "$@"
