"""Words of two articles as they are compared: stems, and amounts with what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from ..analysis.knowledge.loader import tables, word_set
from ..analysis.knowledge.spelling import plain

_WORD = re.compile(r"(?<![^\W_])[^\W_]+(?:[’'.,-][^\W_]+)*")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_MONEY = re.compile(r"([$€£])\s?(\d[\d,.]*\d|\d)((?:\s(?:hundred|thousand|million|billion))?)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}
_ENDINGS = {
    "ations": 3, "ation": 3, "ions": 5, "ion": 5, "ings": 3, "ing": 3, "ied": 3, "ies": 3, "ed": 3,
    "es": 3, "s": 3, "e": 3,
}  # fmt: skip
"""Endings, and how much of the word must be left without one."""
_SHORTEST = 3
_REACH = 2
_KEPT = 10_000  # texts: a desk is compared again after each article


class Amount(Struct, frozen=True, gc=False):
    """A number and the stem of what it counts ("12 workers" and "twelve workers" are one)."""

    value: float
    unit: str


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: lower case, no accents, no marks around."""
    plain_text = plain(text.lower().replace("’", "'"))
    return tuple(word.removesuffix("'s") for word in _WORD.findall(plain_text))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the usual endings of nouns and verbs; irregular forms as their verb."""
    if (regular := _irregular().get(word)) is not None:
        word = regular
    for ending, left in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= left:
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


@lru_cache(maxsize=_KEPT)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something; numbers are compared by themselves."""
    small = word_set("entities/function_words.txt") | word_set("collection/small_words.txt")
    return frozenset(
        stem(word) for word in words_of(text) if word not in small and not _is_number(word)
    )


@lru_cache(maxsize=_KEPT)
def amounts(text: str) -> tuple[Amount, ...]:
    """The numbers in a text with what they count; years, ages and parts of names are left out."""
    found = words_of(_MONEY.sub(_in_words, text))
    made = []
    for place, word in enumerate(found):
        value = _value(word)
        if value is None or _is_part_of_date(found, place):
            continue
        first = place + 1
        if first < len(found) and (scale := _table("scales").get(found[first])):
            value, first = value * scale, first + 1
        if (unit := _unit(found[first : first + _REACH])) is not None:
            made.append(Amount(value, unit))
    return tuple(made)


def _is_part_of_date(words: Sequence[str], place: int) -> bool:
    """Whether a number is a year, or the day behind a month."""
    before = words[place - 1].rstrip(".") if place else ""
    return bool(_YEAR.fullmatch(words[place])) or before in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(_table("months"))


def _in_words(money: re.Match[str]) -> str:
    """A sum as a person says it: the currency after the number."""
    sign, number, scale = money.groups()
    return f"{number}{scale} {_CURRENCIES[sign]} "


def _is_number(word: str) -> bool:
    return _value(word) is not None or word in _table("scales")


def _unit(following: Sequence[str]) -> str | None:
    """What the words after a number say is counted; one word may stand between."""
    for word in following:
        if (counted := _counted().get(word)) is not None:
            return counted
        if word in word_set("entities/function_words.txt") or _value(word) is not None:
            return None
    return None


def _value(word: str) -> float | None:
    if _NUMBER.fullmatch(word):
        return float(word.replace(",", ""))
    return _table("numbers").get(word)


@cache
def _counted() -> dict[str, str]:
    """What is counted, each form with the first of its line."""
    lines = (line.split(", ") for line in sorted(word_set("collection/counted.txt")))
    return {form: forms[0] for forms in lines for form in forms}


@cache
def _table(name: str) -> dict[str, float]:
    return dict(tables("collection/numbers.toml")[name])


@cache
def _irregular() -> dict[str, str]:
    rows = (line.split(" ") for line in word_set("collection/irregular_verbs.txt"))
    return {form: verb for verb, *forms in rows for form in forms}
