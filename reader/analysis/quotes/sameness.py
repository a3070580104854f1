"""The same words quoted more than once in an article: in its headline, its lead, its body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from ..rules import phrase
from ..types import Certainty, Quote, QuoteKind, Span

_NO_WORD = re.compile(r"[^\w']+")
_ARTICLE = re.compile(r"\A(?:an?|the) ")
_FEWEST = 4
_SURELY_ONES_OWN = 5
_MOST_ALIKE = 30
_RULE = "quote-same-words"

Words = tuple[str, ...]


def spoken_words(text: str, places: Sequence[Span]) -> Words:
    """The words of places in a text, without marks, stops and capitals."""
    said = " ".join(text[place.start : place.end] for place in places)
    words = (word.strip("'_") for word in _NO_WORD.split(said.lower().replace("’", "'")))
    return tuple(word for word in words if word)


def join_same(quotes: Sequence[Quote], said: Sequence[Words]) -> tuple[Quote, ...]:
    """The quotes with `same_as` set where an earlier one by the same speaker has the words.

    `said` holds the words that count of each quote: those in marks, where there are any. One
    that nobody is named for has the speaker of the other. Verbatim words may be part of longer
    ones; retold ones must be equal, and both have at least four.
    """
    found = list(quotes)
    whole: dict[int, int] = {}
    for part, of in _pairs(found, said):
        long = len(said[part]) >= _SURELY_ONES_OWN
        apart = not _overlap(found[part], found[of])
        if apart and _by_one_speaker(found[part], found[of], long=long):
            known = whole.get(part, of)
            whole[part] = max(known, of, key=lambda number: (len(said[number]), -number))
    groups: dict[int, list[int]] = defaultdict(list)
    for part, of in sorted(whole.items()):
        groups[whole.get(of, of)].append(part)
        found[part], found[of] = _lent(found[part], found[of])
    for of, parts in groups.items():
        earliest = min(of, *parts)
        for number in {of, *parts} - {earliest}:
            found[number] = msgspec.structs.replace(found[number], same_as=found[earliest].id)
    return tuple(found)


def _pairs(quotes: Sequence[Quote], said: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Pairs of a quote and one that has all of its words; of two equal ones the later first."""
    opening: dict[Words, list[int]] = defaultdict(list)
    for number, words in enumerate(said):
        if len(words) >= _FEWEST:
            opening[words[:_FEWEST]].append(number)
    for number, words in enumerate(said):
        for start in range(len(words) - _FEWEST + 1):
            for part in opening.get(words[start : start + _FEWEST], [])[:_MOST_ALIKE]:
                inside = words[start : start + len(said[part])] == said[part]
                equal = len(words) == len(said[part])
                verbatim = QuoteKind.INDIRECT not in {quotes[number].kind, quotes[part].kind}
                if inside and (part > number if equal else verbatim):
                    yield part, number


def _overlap(one: Quote, other: Quote) -> bool:
    """Whether one reports the other: "According to two aides, Olsen said that"."""
    return (
        one.content[0].start < other.content[-1].end
        and other.content[0].start < one.content[-1].end
    )


def _by_one_speaker(one: Quote, other: Quote, *, long: bool) -> bool:
    """Whether one speaker says both, as far as the text tells.

    Whoever is "an engineer" in the headline may have a name in the body: words that are `long`
    are one person's.
    """
    if one.source is None or other.source is None:
        return True
    if one.speaker and other.speaker:
        return one.speaker == other.speaker
    if one.speaker or other.speaker:
        nameless = other if one.speaker else one
        return long and nameless.description is not None
    return _sort(one) == _sort(other)


def _sort(quote: Quote) -> str:
    """The description of a speaker without its article."""
    return _ARTICLE.sub("", (quote.description or "").lower())


def _lent(one: Quote, other: Quote) -> tuple[Quote, Quote]:
    """Both quotes, where one nobody is named for has the speaker of the other."""
    if other.speaker and not one.speaker:
        return _spoken_by(one, other), other
    if one.speaker and not other.speaker:
        return one, _spoken_by(other, one)
    return one, other


def _spoken_by(quote: Quote, known: Quote) -> Quote:
    return msgspec.structs.replace(
        quote,
        speaker=known.speaker,
        description=known.description,
        certainty=Certainty.LIKELY,
        rule=phrase(_RULE),
        rule_id=_RULE,
    )
