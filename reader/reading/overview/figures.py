"""Numbers about articles: how long, how hard, how much is quoted, and what is not settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from ...analysis import Kind, Quote, TimeType
from .material import Document, Material, Stop
from .speakers import words_of

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöøùúûü]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?:\s|\Z)")
_WORDS_A_MINUTE = 238


class Figure(Struct, frozen=True):
    """A number about the articles; `stops` are the annotations it counts, to look at in turn."""

    label: str
    value: str
    stops: tuple[Stop, ...] = ()


class _Length(Struct, frozen=True):
    words: int
    sentences: int
    syllables: int


def figures(material: Material) -> list[Figure]:
    """Words, sentences, how much is quoted, how hard it reads, and what is not settled.

    Reading ease is Flesch's (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word,
    with syllables counted as groups of vowels. 100 is very easy, 0 very hard. A minute has 238
    words: silent reading of English non-fiction (Brysbaert 2019).
    """
    lengths = [_length(document.text) for document in material.documents]
    words = sum(length.words for length in lengths)
    sentences = sum(length.sentences for length in lengths)
    quoted = sum(
        words_of(document.text, quote)
        for document in material.documents
        for quote in document.index.annotations.quotes
    )
    ease = _reading_ease(words, sentences, sum(length.syllables for length in lengths))
    several = len(material.documents) > 1
    return [
        *([Figure("articles", f"{len(material.documents):,}")] if several else []),
        Figure("words", f"{words:,}"),
        Figure("minutes to read", f"{max(1, round(words / _WORDS_A_MINUTE)):,}"),
        Figure("sentences", f"{sentences:,}"),
        Figure("quoted or retold", f"{100 * quoted // max(1, words)} %"),
        Figure("reading ease (Flesch)", f"{ease:.0f} of 100"),
        *_unsettled(material),
    ]


@lru_cache(maxsize=100_000)
def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(word.removesuffix("e"))))


_known_lengths: dict[str, _Length] = {}


def _length(text: str) -> _Length:
    """The length of a text; that of the last few is remembered."""
    known = _known_lengths.get(text)
    if known is None:
        if len(_known_lengths) >= _REMEMBERED:
            _known_lengths.clear()
        words = _WORD.findall(text)
        counted = sum(map(_syllables, words))
        sentences = max(1, len(_SENTENCE_END.findall(text)))
        known = _known_lengths[text] = _Length(len(words), sentences, counted)
    return known


_REMEMBERED = 64


def _reading_ease(words: int, sentences: int, syllables: int) -> float:
    count = max(1, words)
    return max(
        0.0, min(100.0, 206.835 - 1.015 * count / max(1, sentences) - 84.6 * syllables / count)
    )


def _unsettled(material: Material) -> Iterator[Figure]:
    """What a fact-checker looks at first."""
    dated = sum(
        not event.minor and not (event.earliest is None and event.latest is None)
        for document in material.documents
        for event in document.index.annotations.timeline
    )
    yield Figure("dated events", f"{dated:,}")
    for label, ids in _OPEN:
        stops = tuple(
            chain.from_iterable(
                (Stop(document.name, ident) for ident in ids(document))
                for document in material.documents
            )
        )
        yield Figure(label, f"{len(stops):,}", stops)


def _undated(document: Document) -> Iterable[str]:
    events = document.index.annotations.timeline
    open_ones = (e for e in events if e.earliest is None and e.latest is None)
    return (event.id for event in open_ones if not event.minor)


def _without_day(document: Document) -> Iterable[str]:
    times = document.index.annotations.times
    return (t.id for t in times if t.type is TimeType.DATE and not (t.earliest or t.latest))


def _nameless(document: Document) -> Iterable[str]:
    return (q.id for q in _unspoken(document) if q.source)


def _sourceless(document: Document) -> Iterable[str]:
    return (q.id for q in _unspoken(document) if not q.source)


def _unspoken(document: Document) -> Iterator[Quote]:
    entities = document.index.entities
    return (q for q in document.index.annotations.quotes if q.speaker not in entities)


def _disagreeing(document: Document) -> Iterable[str]:
    return (event.id for event in document.index.annotations.timeline if event.disagrees)


def _unknown_kinds(document: Document) -> Iterable[str]:
    return (e.id for e in document.index.annotations.entities if e.kind is Kind.UNKNOWN)


_OPEN: tuple[tuple[str, Callable[[Document], Iterable[str]]], ...] = (
    ("undated events", _undated),
    ("events told in two ways", _disagreeing),
    ("dates without a day", _without_day),
    ("quotes without a name", _nameless),
    ("quotes without a source", _sourceless),
    ("kinds not known", _unknown_kinds),
)
