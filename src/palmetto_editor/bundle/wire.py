"""The form of values on the wire: strict msgspec Structs derived from the model's dataclasses.

The dataclasses are the truth; nothing is written down twice. A Struct refuses fields it does not
know; its field names are those of the JSON (CSL writes `container-title`).
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Update
from palmetto_editor.model.values import Dismissal

T = TypeVar("T")
HYPHENATED = frozenset({Reference, Name, Date})  # CSL-JSON's own names
SPARSE = HYPHENATED | {Extension, Evidence, Update}  # what equals its default is not written
ALWAYS = frozenset({(Reference, "type")})  # CSL-JSON 1.0.2 requires `id` and `type`
LATER = frozenset({(Dismissal, "quote")})  # younger than the format's first files


def struct(model: Any) -> type[msgspec.Struct]:
    """The strict Struct of a dataclass, and of those in its fields; made once."""
    return _struct(model)


@cache
def _struct(model: Any) -> type[msgspec.Struct]:
    hints = get_type_hints(model)
    described: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for entry in fields(model):
        kind = _wired(hints[entry.name])
        if entry.default is MISSING:
            described.append((entry.name, kind))
        else:
            described.append((entry.name, kind, _default(entry.default)))
    return msgspec.defstruct(
        model.__name__,
        described,
        namespace={"__doc__": model.__doc__},
        forbid_unknown_fields=True,
        rename={entry.name: json_name(model, entry.name) for entry in fields(model)},
        frozen=True,
        kw_only=True,
    )


def read(data: Any, model: type[T]) -> T:
    """Plain JSON values as the dataclass; msgspec.ValidationError where they do not fit."""
    wired = msgspec.convert(data, struct(model))
    return msgspec.convert(wired, model, from_attributes=True)


def read_all(data: Any, model: type[T]) -> tuple[T, ...]:
    """The same for a list of them."""
    structs: Any = tuple[struct(model), ...]  # type: ignore[misc]  # built at run time
    models: Any = tuple[model, ...]  # type: ignore[valid-type]  # the same
    found: tuple[T, ...] = msgspec.convert(
        msgspec.convert(data, structs), models, from_attributes=True
    )
    return found


def plain(value: Any) -> Any:
    """A value of the model as plain JSON values, fields in the model's order."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: plain(getattr(value, attribute))
            for attribute, name, default in _written(type(value))
            if default is MISSING or getattr(value, attribute) != default
        }
    return value


def json_name(model: type, attribute: str) -> str:
    return attribute.replace("_", "-") if model in HYPHENATED else attribute


@cache
def _written(model: type) -> tuple[tuple[str, str, Any], ...]:
    """(attribute, JSON name, the value that is left out or MISSING) of each field."""
    return tuple(
        (
            entry.name,
            json_name(model, entry.name),
            entry.default if _may_be_left_out(model, entry.name) else MISSING,
        )
        for entry in fields(model)
    )


def _may_be_left_out(model: type, attribute: str) -> bool:
    field = (model, attribute)
    return field in LATER or (model in SPARSE and field not in ALWAYS)


def _wired(kind: Any) -> Any:
    """A field's type with every dataclass in it replaced by its Struct."""
    if is_dataclass(kind):
        return struct(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple[_wired(inner[0]), ...]  # type: ignore[misc]  # built at run time
    if origin in (Union, UnionType):
        return Union[tuple(_wired(one) for one in inner)]  # noqa: UP007  # of any number
    return kind


def _default(value: Any) -> Any:
    return struct(type(value))() if is_dataclass(value) else value
