"""The JSON Schema of `article.json`, generated from the types that read it.

`python -m palmetto_editor.bundle.schema` writes it anew into `resources/schemas/`.
"""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import Any

import msgspec

from palmetto_editor import assets
from palmetto_editor.bundle.migrate import FORMAT, VERSION
from palmetto_editor.bundle.names import ID_PATTERN, LONGEST
from palmetto_editor.bundle.wire import struct
from palmetto_editor.model.values import Article

FILE = f"schemas/article-{VERSION}.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def article_schema() -> dict[str, Any]:
    """The schema as plain values: strict objects, ids by their pattern, defaults where there are.

    It cannot say all that `sound` asks for: ids that are unique, rows as long as columns.
    """
    schema = msgspec.json.schema(struct(Article))
    definitions: dict[str, Any] = schema["$defs"]
    for definition in definitions.values():  # docstrings, which Python before 3.13 keeps indented
        definition["description"] = cleandoc(definition["description"])
    article = definitions.pop("Article")
    for name, definition in {**definitions, "Article": article}.items():
        if "id" in definition["properties"] and name != "Reference":
            definition["properties"]["id"] |= {"pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST}
    envelope = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    return {
        "$schema": _DIALECT,
        "title": f"Palmetto article, version {VERSION}",
        "description": article["description"],
        "type": "object",
        "properties": envelope | article["properties"],
        "required": [*envelope, *article["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The text of the schema's file."""
    return json.dumps(article_schema(), indent=2, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    """A default that is a Struct, as JSON has it."""
    return msgspec.to_builtins(value)


def main() -> None:
    """Write the schema to where the resources are."""
    (assets.path("schemas") / FILE.rpartition("/")[2]).write_text(schema_text(), "utf-8")


if __name__ == "__main__":
    main()
