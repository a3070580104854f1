"""Frames beside quotations, without a model: on parses written out in frames.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.quotes import attribute, pair_marks
from reader.article import Article

from ..cases import parse_of

FRAMES = tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))["frame"]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame["id"])
def test_frames(frame: dict[str, Any]) -> None:
    text = frame["text"]
    article = Article.from_text(text)
    found = attribute(article, parse_of(frame), pair_marks(article), ())
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
