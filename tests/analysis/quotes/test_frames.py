"""Frames beside quotations, without a model: on parses written out in frames.toml."""

import tomllib
from array import array
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.parse.columns import Columns, NamedSpan, Parse
from reader.analysis.quotes import attribute, pair_marks
from reader.article import Article

FRAMES = tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))["frame"]


def written(frame: dict[str, Any]) -> Parse:
    """The parse of a frame: each token `word|lemma/class/tag/label/head`."""
    text, columns, place = frame["text"], Columns(), 0
    for row in frame["parse"].split(" "):
        word, pos, tag, dep, head = row.rsplit("/", 4)
        word, _, lemma = word.partition("|")
        start = text.index(word, place)
        place = start + len(word)
        columns.start.append(start)
        columns.end.append(place)
        columns.text.append(word)
        columns.lemma.append(lemma or word.lower())
        columns.pos.append(pos)
        columns.tag.append(tag)
        columns.dep.append(dep)
        columns.head.append(int(head))
    columns.sentences = array("i", frame["sentences"])
    for name in frame["names"].split():
        first, last, label = name.split("-")
        columns.names.append(NamedSpan(int(first), int(last), label))
    return Parse(text, columns)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["id"])
def test_frames(frame: dict[str, Any]) -> None:
    text = frame["text"]
    article = Article.from_text(text)
    found = attribute(article, written(frame), pair_marks(article), ())
    said = [
        [
            quote.rule_id,
            quote.certainty.value,
            text[quote.cue.start : quote.cue.end] if quote.cue else "",
            text[quote.source.start : quote.source.end] if quote.source else "",
            " | ".join(text[place.start : place.end] for place in quote.content),
        ]
        for quote in found
    ]
    assert said == frame["said"]
