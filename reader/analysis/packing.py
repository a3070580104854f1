"""Annotations as columns: each distinct text once, numbers in arrays.

A book has hundreds of thousands of annotations. Records would repeat
their texts (rules, reasons) on the way, in the cache and in memory. Packed they take a fifth, and
what is made of them shares its texts. The columns follow from the types alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain, islice
from types import UnionType
from typing import Any, get_args, get_origin

import msgspec

from .types import Annotations

_NUMBER = "i"


class Packed(msgspec.Struct, frozen=True):
    """Annotations made small; `columns` are arrays of 32-bit integers, texts are their indices."""

    texts: list[str]
    columns: list[bytes]


_MANY = 5_000


def is_large(found: Annotations) -> bool:
    """Whether annotations are so many that packing pays."""
    mentions = sum(len(entity.mentions) for entity in found.entities)
    return mentions + len(found.quotes) + len(found.times) + len(found.timeline) > _MANY


def pack(found: Annotations) -> Packed:
    """Annotations as columns."""
    writer = _Writer()
    writer.write(Annotations, [found])
    return Packed(list(writer.texts), writer.columns)


def unpack(packed: Packed) -> Annotations:
    """The annotations again. Raises ValueError where the columns are none of theirs."""
    try:
        reader = _Reader(packed)
        (found,) = reader.read(Annotations, 1)
    except (IndexError, OverflowError, StopIteration, TypeError, ValueError) as error:
        raise ValueError(f"no annotations: {error}") from error
    if next(reader.columns, None) is not None or not isinstance(found, Annotations):
        raise ValueError("no annotations: there is more")
    return found


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.type) for field in msgspec.structs.fields(kind))


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _optional(kind: Any) -> Any:
    """The type beside None, or None where the type is not optional."""
    if get_origin(kind) is not UnionType:
        return None
    (inner,) = (part for part in get_args(kind) if part is not type(None))
    return inner


class _Writer:
    def __init__(self) -> None:
        self.texts: dict[str, int] = {}
        self.columns: list[bytes] = []

    def write(self, kind: Any, values: Sequence[Any]) -> None:
        """Append the columns of values of one type."""
        if inner := _optional(kind):
            self._numbers(int(value is not None) for value in values)
            self.write(inner, [value for value in values if value is not None])
        elif get_origin(kind) is tuple:
            self._numbers(map(len, values))
            self.write(get_args(kind)[0], list(chain.from_iterable(values)))
        elif _is_struct(kind):
            for name, inner in _fields(kind):
                self.write(inner, [getattr(value, name) for value in values])
        elif kind is date:
            self._numbers(value.toordinal() for value in values)
        elif issubclass(kind, str):
            self._numbers(self.texts.setdefault(value, len(self.texts)) for value in values)
        else:
            self._numbers(map(int, values))

    def _numbers(self, numbers: Iterable[int]) -> None:
        self.columns.append(array(_NUMBER, numbers).tobytes())


class _Reader:
    def __init__(self, packed: Packed) -> None:
        self._texts = packed.texts
        self.columns = iter(packed.columns)

    def read(self, kind: Any, count: int) -> list[Any]:
        """So many values of one type."""
        if inner := _optional(kind):
            present = self._numbers(count)
            found = iter(self.read(inner, sum(present)))
            return [next(found) if one else None for one in present]
        if get_origin(kind) is tuple:
            counts = self._numbers(count)
            found = iter(self.read(get_args(kind)[0], sum(counts)))
            return [tuple(islice(found, size)) for size in counts]
        if _is_struct(kind):
            names = [name for name, _ in _fields(kind)]
            columns = [self.read(inner, count) for _, inner in _fields(kind)]
            return list(_made(kind, names, columns))
        return self._plain(kind, self._numbers(count))

    def _plain(self, kind: Any, numbers: array[int]) -> list[Any]:
        if kind is int:
            return numbers.tolist()
        make: Callable[[int], Any]
        if kind is date:
            make = date.fromordinal
        elif issubclass(kind, StrEnum):
            make = lambda number: kind(self._text(number))  # noqa: E731
        elif kind is str:
            make = self._text
        else:
            make = kind
        made = {number: make(number) for number in set(numbers)}
        return [made[number] for number in numbers]

    def _text(self, number: int) -> str:
        if number < 0:
            raise ValueError("a text before the first")
        return self._texts[number]

    def _numbers(self, count: int) -> array[int]:
        numbers = array(_NUMBER, next(self.columns))
        if len(numbers) != count:
            raise ValueError("a column of another length")
        return numbers


def _made(kind: Any, names: list[str], columns: list[list[Any]]) -> Iterator[Any]:
    """The records of one type, from a column for each field."""
    if list(kind.__match_args__) == names:  # else some are given by name only
        yield from map(kind, *columns)
    else:
        for values in zip(*columns, strict=True):
            yield kind(**dict(zip(names, values, strict=True)))
