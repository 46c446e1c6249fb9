"""What holds for all tests: there is no screen, and how many examples property tests try.

Qt and Chromium are told once, before anything imports them. Thousands of tests are collected
without looking for garbage among them, what is collected stays out of every later search, and
the searches are rare, for what tests make is mostly kept.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from examples import ALL

gc.disable()
screen = Path(__file__).parents[1] / "packaging/offscreen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
flags = "--disable-gpu --log-level=3"
if hasattr(os, "geteuid") and os.geteuid() == 0:
    flags += " --no-sandbox"  # Chromium refuses to run as root without it
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", flags)

# packaging/test.sh asks for both, first for all examples, which are the same on every machine.
# Neither has a time limit: machines are noisy, and speed is measured in `make bench`.
noisy = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("full", noisy, max_examples=ALL, derandomize=True)
settings.register_profile("everyday", noisy, max_examples=ALL // 10)
settings.load_profile("everyday")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Below the window pytest-qt is left out, and what is said to it has no other meaning."""
    if pluginmanager.is_blocked("pytest-qt"):
        for option in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(option, "for pytest-qt", type="linelist")


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()


def pytest_sessionfinish() -> None:
    gc.collect()  # what is found now ends the run as an error
    gc.freeze()  # pytest itself goes on to collect five times
