"""Qt and Chromium are told once, before anything imports them, that there is no screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
flags = "--disable-gpu --log-level=3"
if hasattr(os, "geteuid") and os.geteuid() == 0:
    flags += " --no-sandbox"  # Chromium refuses to run as root without it
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", flags)
