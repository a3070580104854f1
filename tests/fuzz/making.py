"""Texts and parses made from a string of bytes that a fuzzer chooses."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from reader.analysis.parse.columns import Columns, NamedSpan, Parse

_VOCABULARY = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text("utf-8"))
_TAGS = _VOCABULARY["tags"]
_DEPS = _VOCABULARY["dependencies"]
_LABELS = _VOCABULARY["labels"]
_POS = {"N": "NOUN", "V": "VERB", "M": "AUX", "I": "ADP", "D": "DET", "C": "NUM", "J": "ADJ"}
_LISTS = (
    "knowledge/data/times.toml",
    "knowledge/data/events.toml",
    "knowledge/data/event_nouns.txt",
    "knowledge/data/quotes/cues.txt",
    "knowledge/data/quotes/speech_nouns.txt",
    "knowledge/data/entities/countries.txt",
    "knowledge/data/entities/known.txt",
    "knowledge/data/entities/groups.txt",
    "knowledge/data/entities/people.toml",
    "knowledge/data/entities/titles.toml",
    "knowledge/data/entities/heads.toml",
)
_ODD = (0, 0x80, 0x300, 0x590, 0x1100, 0x2000, 0x2060, 0xD800, 0xFE00, 0xFFF0, 0x1F3F0, 0xE0000)


class Bytes:
    """Choices read from a string of bytes; zeros once it is used up."""

    def __init__(self, data: bytes) -> None:
        self._left = iter(data)

    def below(self, limit: int) -> int:
        """A number from 0 up to `limit`, from as many bytes as that takes."""
        value, reach = 0, 1
        while reach < limit:
            value, reach = 256 * value + next(self._left, 0), 256 * reach
        return value % max(1, limit)

    def one_of(self, things: list[str]) -> str:
        """One of the things."""
        return things[self.below(len(things))]


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from node
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def _known_words() -> list[str]:
    """Every word and phrase that a rule of the analysis knows from a list."""
    words: set[str] = set()
    for name in _LISTS:
        data = resources.files("reader.analysis").joinpath(name).read_text("utf-8")
        if name.endswith(".toml"):
            words.update(_strings(tomllib.loads(data)))
        else:
            lines = (line for line in data.splitlines() if not line.startswith("#"))
            words.update(word.strip() for line in lines for word in line.split("\t"))
    return sorted(words - {""})


WORDS = [*_VOCABULARY["words"], "\ud800"]
HOSTILE = _VOCABULARY["hostile"]
FRONT = _VOCABULARY["front"]
KNOWN = _known_words()


def made_text(choices: Bytes, pieces: int) -> str:
    """Words that rules know, hostile sequences, numbers and any character, spaced or not."""
    made = []
    for _ in range(pieces):
        made.append(_piece(choices))
        made.append(" " if choices.below(8) else "")
    return "".join(made) or "x"


def _piece(choices: Bytes) -> str:
    return _KINDS[choices.below(len(_KINDS))](choices)


def _odd_character(choices: Bytes) -> str:
    return chr(_ODD[choices.below(len(_ODD))] + choices.below(256))


_KINDS: tuple[Callable[[Bytes], str], ...] = (
    *([lambda choices: choices.one_of(WORDS)] * 8),
    *([lambda choices: choices.one_of(KNOWN)] * 3),
    lambda choices: choices.one_of(KNOWN).capitalize(),
    lambda choices: str(choices.below(65536)),
    lambda choices: choices.one_of(HOSTILE),
    lambda choices: choices.one_of(FRONT),
    _odd_character,
)


def made_parse(text: str, choices: Bytes) -> Parse:
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
