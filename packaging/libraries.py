"""Prints the Debian packages whose libraries Qt needs and this machine lacks, on one line.

Whether a library is there is asked of the loader itself, so that a machine with other package
names, or with libraries of its own, is judged rightly. Runs on the system's Python.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

WIDGETS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WEB_ENGINE = {
    "libnss3.so": "libnss3",
    "libasound.so.2": "libasound2",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libxkbfile.so.1": "libxkbfile1",
}
# Qt asks for libxcb-cursor0 when any of these is missing.
X_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
FONT_PACKAGE = "fonts-dejavu-core"


def missing(libraries: dict[str, str], font_folders: tuple[Path, ...]) -> list[str]:
    """The packages to install, in the order of the tables."""
    packages = [package for name, package in libraries.items() if not loads(name)]
    return packages if has_font(font_folders) else [*packages, FONT_PACKAGE]


def loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_font(folders: tuple[Path, ...]) -> bool:
    return any(next(folder.rglob("*.[ot]t[fc]"), None) for folder in folders)


if __name__ == "__main__" and sys.platform == "linux":
    packages = missing(WIDGETS | WEB_ENGINE | X_SCREEN, FONT_FOLDERS)
    sys.stdout.write(" ".join(packages) + "\n")
