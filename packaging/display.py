"""Ends with 0 where a display answers, with 1 where none does. Runs on the system's Python.

A name in `DISPLAY` or `WAYLAND_DISPLAY` may be that of a screen which is gone, or of one that
lets nobody in; Qt then ends the whole program.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path


def answers(environment: Mapping[str, str]) -> bool:
    return wayland_answers(environment) or x_answers(environment.get("DISPLAY", ""))


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a compositor listens at the socket that the variables name."""
    name, folder = environment.get("WAYLAND_DISPLAY", ""), environment.get("XDG_RUNTIME_DIR", "")
    path = Path(folder, name)
    if not name or not path.is_absolute():
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def x_answers(name: str) -> bool:
    """Whether an X server lets us in, as Qt itself asks it."""
    if not name:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


if __name__ == "__main__":
    sys.exit(not (sys.platform == "darwin" or answers(os.environ)))
