"""`python -m palmetto_editor` is the window. The renderer's worker process imports this too."""

from __future__ import annotations

if __name__ == "__main__":
    import sys

    from palmetto_editor.app import main

    sys.exit(main())
