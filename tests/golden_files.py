"""Outputs that are compared with a file kept in `tests/golden/`.

After a change that is meant to show there, `PALMETTO_RENEW_GOLDENS=1 pytest tests/…` writes the
files anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """`text` is what `tests/golden/<name>` holds, line ends and all."""
    file = GOLDEN / name
    if os.environ.get("PALMETTO_RENEW_GOLDENS") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
    assert file.exists(), f"{name} is missing; PALMETTO_RENEW_GOLDENS=1 writes it"
    assert text == file.read_bytes().decode("utf-8")
