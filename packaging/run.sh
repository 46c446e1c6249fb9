#!/usr/bin/env bash
# Opens the window with a copy of the sample. Without a display: exports the sample, and draws
# the window into a picture beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
samples=resources/samples

# The copy is the reader's to change; it stays until `make clean`.
open_window() {
  if [ ! -e build/try ]; then
    mkdir -p build
    cp -R "$samples" build/try
  fi
  # As root Chromium runs only without its sandbox.
  exec .venv/bin/python -m palmetto_editor build/try/ghrelin
}

export_and_draw() {
  echo "There is no display here${DISPLAY:+ ($DISPLAY does not answer)}, so the sample is exported and the window drawn into a picture."
  rm -rf build/sample build/sample-window.png
  mkdir -p build
  .venv/bin/palmetto export "$samples/ghrelin" --output build/sample
  packaging/offscreen.sh .venv/bin/python -m palmetto_editor \
    --screenshot build/sample-window.png "$samples/ghrelin"
  echo "The bundle: build/sample (open build/sample/index.html in a browser)"
  echo "The window: build/sample-window.png"
}

if .venv/bin/python packaging/display.py; then open_window; else export_and_draw; fi
