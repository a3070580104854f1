"""Which quotes of several articles are the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from ...analysis.types import Analysis, Quote, QuoteKind, TimeExpression, TimeType
from ..sets import Sets
from ..words import words_of

_SHINGLE = 4
_SHORT_SHINGLE = 3
_LARGEST_BLOCK = 60
_KEPT = 5_000  # quotes: a desk is compared again after each article
_ALIKE = 0.8
_SHORTEST_OF_ANYBODY = 6
_REACH = 160


class Version(Struct, frozen=True, gc=False):
    """A quote as one article gives it. `speaker` is a number of the cast, None if unknown.

    `first` and `last` are the days on which the article says that the words were said;
    `published` is the day of the article.
    """

    document: str
    quote: str
    text: str
    kind: QuoteKind
    speaker: int | None
    source: str
    words: tuple[str, ...]
    first: date | None = None
    last: date | None = None
    published: date | None = None

    @property
    def day(self) -> date | None:
        """The day to put it on a line of time."""
        return self.first or self.last or self.published


class Saying(Struct, frozen=True, gc=False):
    """The same words in one or several articles, the fullest version first."""

    versions: tuple[Version, ...]

    @property
    def speakers(self) -> tuple[int, ...]:
        """Who is said to have said it, most often first; several disagree."""
        counts = Counter(v.speaker for v in self.versions if v.speaker is not None)
        return tuple(speaker for speaker, _ in counts.most_common())

    @property
    def is_told_alike(self) -> bool:
        """Whether all articles give the same words, one speaker and no other days."""
        days = {version.first for version in self.versions if version.first}
        words = {version.words for version in self.versions}
        return len(words) == 1 and len(self.speakers) <= 1 and len(days) <= 1

    @property
    def day(self) -> date | None:
        """The earliest day of all versions."""
        return min((v.day for v in self.versions if v.day), default=None)


def versions(document: str, analysis: Analysis, member: Mapping[str, int]) -> Iterator[Version]:
    """The quotes of an article; `member` gives the number in the cast for each entity id."""
    text = analysis.document.text
    for quote in analysis.quotes:
        said = " ".join(" ".join(text[p.start : p.end].split()) for p in quote.content)
        source = text[quote.source.start : quote.source.end] if quote.source else ""
        day = _said_on(quote, analysis.times)
        yield Version(
            document,
            quote.id,
            said,
            quote.kind,
            member.get(quote.speaker) if quote.speaker else None,
            " ".join(source.split()) or (quote.description or ""),
            words_of(said),
            day.earliest if day else None,
            day.latest if day else None,
            analysis.document.date,
        )


def _said_on(quote: Quote, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The date that stands near the cue and outside of what was said."""
    if quote.cue is None:
        return None
    cue = quote.cue
    near = [
        time
        for time in times
        if time.type is TimeType.DATE
        and time.earliest is not None
        and time.earliest == time.latest
        and abs(time.start - cue.end) <= _REACH // 4
        and not any(p.start <= time.start < p.end for p in quote.content)
    ]
    return min(near, key=lambda time: abs(time.start - cue.end), default=None)


def build_sayings(told: Sequence[Version]) -> list[Saying]:
    """The quotes of all articles in order of day, those with the same words as one.

    Two quotes are the same words where one holds nearly all of the other's in their order. A
    few words are the same only by one speaker, and retold speech only where most of it agrees.
    """
    sets = Sets(len(told))
    for one, other in _pairs(told):
        if _is_same(told[one], told[other]):
            sets.join(one, other)
    groups: dict[int, list[Version]] = defaultdict(list)
    for number, version in enumerate(told):
        groups[sets.root(number)].append(version)
    made = [
        Saying(tuple(sorted(group, key=lambda v: (-len(v.words), v.document, v.quote))))
        for group in groups.values()
    ]
    return sorted(made, key=lambda saying: (saying.day is None, saying.day or date.max))


def _pairs(told: Sequence[Version]) -> Iterator[tuple[int, int]]:
    """The pairs of different articles that share four words in a row, of one speaker three."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, version in enumerate(told):
        for shingle in _shingles(version.words, _SHINGLE):
            blocks[shingle].append(number)
        if version.speaker is not None:
            for shingle in _shingles(version.words, _SHORT_SHINGLE):
                blocks[version.speaker, shingle].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) == 1:
            continue
        for place, one in enumerate(block[:_LARGEST_BLOCK]):
            for other in block[place + 1 : _LARGEST_BLOCK]:
                if (one, other) not in seen and told[one].document != told[other].document:
                    seen.add((one, other))
                    yield one, other


@lru_cache(maxsize=_KEPT)
def _shingles(words: tuple[str, ...], size: int) -> tuple[tuple[str, ...], ...]:
    """The runs of so many words; all of the words where there are no more."""
    return tuple(words[start : start + size] for start in range(max(1, len(words) - size + 1)))


def _is_same(one: Version, other: Version) -> bool:
    shorter, longer = sorted((one.words, other.words), key=len)
    same_speaker = one.speaker is not None and one.speaker == other.speaker
    if len(shorter) < _SHINGLE:
        return same_speaker and shorter == longer and len(shorter) > 1
    if len(shorter) < _SHORTEST_OF_ANYBODY and not same_speaker:
        return False
    matcher = SequenceMatcher(None, shorter, longer, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    retold = QuoteKind.INDIRECT in (one.kind, other.kind)
    return common >= _ALIKE * (len(longer) if retold else len(shorter))
