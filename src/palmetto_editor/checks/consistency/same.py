"""A key for memos that goes by identity: the very same value, not an equal one."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Equal to another only if `value` is the very same object, so that a long tuple costs nothing
    to hash or to compare. A memo keeps its keys, and with them the value whose id they go by.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value
