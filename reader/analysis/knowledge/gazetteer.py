"""The countries of cities and regions; read only where somebody asks for them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from .loader import lines
from .spelling import compared

_LIST = "entities/city_countries.txt"
_REGIONS = "region"


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


def located(name: str) -> tuple[str, tuple[str, ...]]:
    """The code of the country that a city or region lies in, "" where that is open.

    The second part are the countries that have a city of this name, where it is open.
    """
    settled, possible, regions = _table()
    for form in _forms(name):
        code = settled.get(form) or regions.get(form)
        if code or form in possible:
            return code or "", possible.get(form, ())
    return "", ()


def region(name: str) -> str:
    """The code of the country that a state or province belongs to, "" where it is none."""
    return _table()[2].get(name.lower(), "")


def _forms(name: str) -> tuple[str, ...]:
    lowered = name.lower().removeprefix("the ")
    return lowered, " ".join(compared(word) for word in lowered.split())
