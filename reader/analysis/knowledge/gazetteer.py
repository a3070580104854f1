"""The countries of cities and regions; read only where somebody asks for them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from .loader import lines
from .spelling import compared

_LIST = "entities/city_countries.txt"
_REGIONS = "region"
_FIRST = 3
"""Lines of regions, which come before all others."""


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, str]]:
    """What is settled, what is possible, and the regions, each by the name as it is compared."""
    settled: dict[str, str] = {}
    possible: defaultdict[str, list[str]] = defaultdict(list)
    regions: dict[str, str] = {}
    for line in lines(_LIST):
        country, _, listed = line.partition(": ")
        code, _, sort = country.partition(" ")
        names = listed.lower().split(", ")
        if sort == _REGIONS:
            regions.update(dict.fromkeys(names, code))
        elif code.endswith("?"):
            for name in names:
                possible[name].append(code[:-1])
        else:
            settled.update(dict.fromkeys(names, code))
    return settled, {name: tuple(codes) for name, codes in possible.items()}, regions


@cache
def _text() -> str:
    """The list in lower case, each name between ", " and ",", each line behind an end of line."""
    return "".join(f"\n{line}," for line in lines(_LIST)).replace(": ", ":, ").lower()


class _Where(NamedTuple):
    """What is known of a name: the code of its country, or the codes of those that it may be in."""

    settled: str = ""
    possible: tuple[str, ...] = ()


def _in_text(form: str) -> _Where:
    """What the list says of a name, found without a table: for a name or two the faster way."""
    text, wanted = _text(), f", {form},"
    settled, possible = "", []
    at = text.find(wanted)
    while at >= 0:
        line = text.rindex("\n", 0, at) + 1
        head = text[line : text.index(":", line)]
        if head.endswith("?"):
            possible.append(head[:-1].upper())
        else:
            settled = settled or head.partition(" ")[0].upper()
        at = text.find(wanted, at + 1)
    return _Where(settled, tuple(possible))


def _in_table(form: str) -> _Where:
    settled, possible, regions = _table()
    return _Where(settled.get(form) or regions.get(form) or "", possible.get(form, ()))


def located(name: str, *, is_one_of_many: bool = False) -> tuple[str, tuple[str, ...]]:
    """The code of the country that a city or region lies in, "" where that is open.

    The second part are the countries that have a city of this name, where it is open. Whoever asks
    for one of many has a table made, which takes 11 ms and 6 MB once.
    """
    find = _in_table if is_one_of_many else _in_text
    for form in _forms(name):
        known = find(form)
        if known.settled or known.possible:
            return known
    return _Where()


def region(name: str) -> str:
    """The code of the country that a state or province belongs to, "" where it is none."""
    return _regions().get(name.lower(), "")


@cache
def _regions() -> dict[str, str]:
    heads = (line.partition(f" {_REGIONS}: ") for line in lines(_LIST)[:_FIRST])
    return {name: code for code, _, names in heads for name in names.lower().split(", ")}


def _forms(name: str) -> tuple[str, ...]:
    lowered = name.lower().removeprefix("the ")
    return lowered, " ".join(compared(word) for word in lowered.split())
