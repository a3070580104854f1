"""Numbers about articles: how long, how hard, how much is quoted, and what is not settled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from msgspec import Struct

from ...analysis import Kind, Quote, TimeType
from .material import Material, OverviewArticle, Stop
from .speakers import speakers

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöøùúûü]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\Z")
_BLANK = re.compile(r"\s")
_PIECE = 200_000
_WORDS_A_MINUTE = 238


MOST_STOPS = 5_000


class Statistic(Struct, frozen=True):
    """A number about the articles.

    `stops` are the annotations it counts, to look at in turn: the first 5,000.
    """

    label: str
    value: str
    stops: tuple[Stop, ...] = ()


class _Length(Struct, frozen=True):
    words: int
    sentences: int
    syllables: int


def figures(material: Material) -> list[Statistic]:
    """The numbers about the articles of a material, made once: see `_figures`."""
    return material.remembered("figures", lambda: _figures(material))


def _figures(material: Material) -> list[Statistic]:
    """Words, sentences, how much is quoted, how hard it reads, and what is not settled.

    Reading ease is Flesch's (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word,
    with syllables counted as groups of vowels. 100 is very easy, 0 very hard. A minute has 238
    words: silent reading of English non-fiction (Brysbaert 2019).
    """
    lengths = [_length(document.text) for document in material.documents]
    words = sum(length.words for length in lengths)
    sentences = sum(length.sentences for length in lengths)
    quoted = sum(speaker.words for speaker in speakers(material))
    ease = _reading_ease(words, sentences, sum(length.syllables for length in lengths))
    several = len(material.documents) > 1
    return [
        *([Statistic("articles", f"{len(material.documents):,}")] if several else []),
        Statistic("words", f"{words:,}"),
        Statistic("minutes to read", f"{max(1, round(words / _WORDS_A_MINUTE)):,}"),
        Statistic("sentences", f"{sentences:,}"),
        Statistic("quoted or retold", f"{100 * quoted // max(1, words)} %"),
        Statistic("reading ease (Flesch)", f"{ease:.0f} of 100"),
        *_unsettled(material),
    ]


_known_lengths: dict[str, _Length] = {}


def _length(text: str) -> _Length:
    """The length of a text; that of the last few is remembered."""
    known = _known_lengths.get(text)
    if known is None:
        if len(_known_lengths) >= _REMEMBERED:
            _known_lengths.clear()
        known = _known_lengths[text] = _counted(text)
    return known


def _counted(text: str) -> _Length:
    """Words, sentences and syllables. What blanks part is looked at once, however often it stands.

    That takes a fifth of the time that a look at each word of a long text takes.
    """
    tokens: Counter[str] = Counter()
    start, size = 0, len(text)
    while start < size:
        end = _blank_from(text, start + _PIECE)
        tokens.update(text[start:end].split())
        start = end
    words = sentences = syllables = 0
    for token, times in tokens.items():
        found = _WORD.findall(token)
        words += times * len(found)
        syllables += times * sum(map(_syllables, found))
        sentences += times * (_SENTENCE_END.search(token) is not None)
    return _Length(words, max(1, sentences), syllables)


def _blank_from(text: str, place: int) -> int:
    """The first blank from a place on, or the end of the text."""
    found = _BLANK.search(text, place)
    return found.start() if found else len(text)


def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(word.removesuffix("e"))))


_REMEMBERED = 64


def _reading_ease(words: int, sentences: int, syllables: int) -> float:
    count = max(1, words)
    return max(
        0.0, min(100.0, 206.835 - 1.015 * count / max(1, sentences) - 84.6 * syllables / count)
    )


def _unsettled(material: Material) -> Iterator[Statistic]:
    """What a fact-checker looks at first."""
    dated = sum(
        not event.minor and not (event.earliest is None and event.latest is None)
        for document in material.documents
        for event in document.index.annotations.timeline
    )
    yield Statistic("dated events", f"{dated:,}")
    for label, ids in _OPEN:
        found = [(document.name, list(ids(document))) for document in material.documents]
        stops = (Stop(name, ident) for name, idents in found for ident in idents)
        count = sum(len(idents) for _, idents in found)
        yield Statistic(label, f"{count:,}", tuple(islice(stops, MOST_STOPS)))


def _undated(document: OverviewArticle) -> Iterable[str]:
    events = document.index.annotations.timeline
    open_ones = (e for e in events if e.earliest is None and e.latest is None)
    return (event.id for event in open_ones if not event.minor)


def _without_day(document: OverviewArticle) -> Iterable[str]:
    times = document.index.annotations.times
    return (t.id for t in times if t.type is TimeType.DATE and not (t.earliest or t.latest))


def _nameless(document: OverviewArticle) -> Iterable[str]:
    return (q.id for q in _unspoken(document) if q.source)


def _sourceless(document: OverviewArticle) -> Iterable[str]:
    return (q.id for q in _unspoken(document) if not q.source)


def _unspoken(document: OverviewArticle) -> Iterator[Quote]:
    entities = document.index.entities
    return (q for q in document.index.annotations.quotes if q.speaker not in entities)


def _disagreeing(document: OverviewArticle) -> Iterable[str]:
    events = document.index.annotations.timeline
    return (e.id for e in events if e.disagrees or e.id in document.differing)


def _unknown_kinds(document: OverviewArticle) -> Iterable[str]:
    return (e.id for e in document.index.annotations.entities if e.kind is Kind.UNKNOWN)


_OPEN: tuple[tuple[str, Callable[[OverviewArticle], Iterable[str]]], ...] = (
    ("undated events", _undated),
    ("events with differing reports", _disagreeing),
    ("dates without a day", _without_day),
    ("quotes without a name", _nameless),
    ("quotes without a source", _sourceless),
    ("unknown kinds", _unknown_kinds),
)
