"""What is fuzzed: from a few bytes an input is made, run, and what must hold is asserted.

A target raises nothing but AssertionError, and that only for a fault of ours.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from reader.analysis import Analysis, Annotations
from reader.analysis.parse import Columns, NamedSpan, Parse
from reader.analysis.pipeline import annotate
from reader.analysis.quotes import pair_marks
from reader.article import Article
from reader.article.decoding import decode
from reader.article.errors import ArticleError
from reader.export import to_json
from reader.tui.article.rows import Setting
from reader.tui.harmless import cells, ellipsis, one_line

_VOCABULARY = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text("utf-8"))
_WORDS = [*_VOCABULARY["words"], "\ud800"]
_TAGS = _VOCABULARY["tags"]
_DEPS = _VOCABULARY["dependencies"]
_LABELS = _VOCABULARY["labels"]
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_POS = {"N": "NOUN", "V": "VERB", "M": "AUX", "I": "ADP", "D": "DET", "C": "NUM", "J": "ADJ"}


class Bytes:
    """Choices read from a string of bytes; zeros once it is used up."""

    def __init__(self, data: bytes) -> None:
        self._left = iter(data)

    def below(self, limit: int) -> int:
        """A number from 0 up to `limit`, which is at most 256."""
        return next(self._left, 0) % max(1, limit)


def decoding(data: bytes) -> None:
    """Any bytes are text or refused in one sentence, and any text has orderly blocks."""
    try:
        text = decode(data, "the file")
    except ArticleError as refusal:
        said = str(refusal)
        assert "\n" not in said
        return
    article = Article.from_text(text, source="the file")
    _assert_orderly(((b.start, b.end) for b in article.blocks), len(article.text))
    held = "".join(article.text[b.start : b.end] for b in article.blocks)
    assert "".join(held.split()) == "".join(article.text.split())


def mark_pairing(data: bytes) -> None:
    """Marks of any text nest and stay inside it."""
    article = Article.from_text(_text(Bytes(data), len(data)))
    open_ends: list[int] = []
    for start, end, depth, _ in pair_marks(article):
        assert 0 <= start < end <= len(article.text)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        assert depth == len(open_ends)
        assert not open_ends or end <= open_ends[-1]
        open_ends.append(end)


def analysis(data: bytes) -> None:
    """Any parse of any text gives annotations in order, inside the text, and an export."""
    choices = Bytes(data)
    published = [None, date(2013, 3, 22), date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31)]
    given = published[choices.below(len(published))]
    article = Article.from_text(_text(choices, min(len(data) // 3, 200)), published=given)
    found = annotate(article, _parse(article.text, choices))
    _assert_sound(found, len(article.text))
    exported = to_json(Analysis.of(article, found))
    again = json.loads(exported)
    assert len(again["times"]) == len(found.times)


def _text(choices: Bytes, words: int) -> str:
    """Words and characters with and without spaces between them."""
    pieces = []
    for _ in range(words):
        pick = choices.below(256)
        pieces.append(_WORDS[pick % len(_WORDS)] if pick < 240 else chr(choices.below(256) * 4))
        pieces.append(" " if choices.below(8) else "")
    return "".join(pieces) or "x"


def _parse(text: str, choices: Bytes) -> Parse:
    """Tokens of the text under a random but well-formed analysis."""
    columns = Columns()
    first = 0
    for start, end in _tokens(text):
        place = len(columns.start)
        tag = _TAGS[choices.below(len(_TAGS))]
        if place == first or choices.below(12) == 0:
            first = place
            columns.sentences.append(place)
        columns.start.append(start)
        columns.end.append(end)
        columns.text.append(text[start:end])
        columns.lemma.append(text[start:end].lower())
        columns.tag.append(tag)
        columns.pos.append("PROPN" if tag.startswith("NNP") else _POS.get(tag[0], "X"))
        root = place == first
        columns.dep.append("ROOT" if root else _DEPS[choices.below(len(_DEPS))])
        columns.head.append(place if root else first + choices.below(min(place - first, 256)))
        if choices.below(6) == 0:
            columns.names.append(NamedSpan(place, place + 1, _LABELS[choices.below(10)]))
    return Parse(text, columns)


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = start + 1
        if text[start].isalnum():
            while end < len(text) and text[end].isalnum():
                end += 1
        if not text[start].isspace():
            yield start, end
        start = end


def _assert_sound(found: Annotations, length: int) -> None:
    ids = {entity.id for entity in found.entities}
    for entity in found.entities:
        assert entity.name
        assert entity.mentions
        _assert_within(((m.start, m.end) for m in entity.mentions), length)
        starts = [mention.start for mention in entity.mentions]
        assert starts == sorted(starts)
    for quote in found.quotes:
        assert quote.content
        assert quote.speaker is None or quote.speaker in ids
        _assert_within(((p.start, p.end) for p in quote.content), length)
    times = {time.id for time in found.times}
    _assert_within(((t.start, t.end) for t in found.times), length)
    for time in found.times:
        assert time.value
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
    for event in found.timeline:
        assert event.headline.strip()
        assert event.time is None or event.time in times
        assert set(event.entities) <= ids
        assert 0 <= event.start < event.end <= length
        if event.earliest and event.latest:
            assert event.earliest <= event.latest


def _assert_within(spans: Iterator[tuple[int, int]], length: int) -> None:
    for start, end in spans:
        assert 0 <= start < end <= length


def _assert_orderly(spans: Iterator[tuple[int, int]], length: int) -> None:
    reached = 0
    for start, end in spans:
        assert reached <= start < end <= length
        reached = end


def display(data: bytes) -> None:
    """No row of an article and no line of a list holds what a terminal would obey."""
    choices = Bytes(data)
    width = 1 + choices.below(60)
    article = Article.from_text(_text(choices, min(len(data) // 2, 200)))
    setting = Setting(article.text, article.blocks, width)
    while not setting.advance(1):
        pass
    rows = setting.rows()
    for number in range(setting.total):
        row = rows.row(number)
        shown = row.shown(row.start, row.end)
        _assert_harmless(shown)
        assert cells(shown) <= max(width, 2)
    _assert_harmless(ellipsis(one_line(article.text), width))
    assert cells(ellipsis(one_line(article.text), width)) <= width


def _assert_harmless(shown: str) -> None:
    assert not _OBEYED.search(shown), repr(shown)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decoding": decoding,
    "mark-pairing": mark_pairing,
    "analysis": analysis,
    "display": display,
}
