"""What an installed program has: a package that is left out is missed on the writer's machine."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_folder_of_code_is_packed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packed = set(project["tool"]["setuptools"]["packages"])
    homes = (ROOT / "src").rglob("__init__.py")
    folders = {".".join(home.parent.relative_to(ROOT / "src").parts) for home in homes}
    assert packed == folders | {"palmetto_editor.resources"}
