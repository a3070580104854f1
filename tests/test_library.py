"""The library as its documentation shows it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import reader
from reader import Analyzer, Article
from reader.analysis import Analysis, ModelError
from reader.export import to_json

MANUAL = Path(__file__).parents[1] / "docs" / "library.md"


def test_the_public_names_are_these() -> None:
    assert reader.__all__ == [
        "Analyzer",
        "Article",
        "__version__",
        "analyze_many",
        "open_article",
    ]
    with pytest.raises(AttributeError, match="no attribute 'Analyser'"):
        reader.Analyser  # noqa: B018


def test_an_article_is_analysed(analyzer: Analyzer) -> None:
    text = "Mara Voss met the mayor of Lyon on Friday."
    analysis = analyzer.analyze(Article.from_text(text, published=date(2013, 3, 22)))
    assert isinstance(analysis, Analysis)
    assert analysis.document.text == text
    assert analysis.to_dict() == json.loads(to_json(analysis))
    assert analyzer.analyze(Article.from_text(text, published=date(2013, 3, 22))) == analysis
    with pytest.raises(AttributeError, match="immutable"):
        analysis.document = None  # type: ignore[assignment, misc]


def test_the_documented_example_prints_what_it_says(
    analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reader, "Analyzer", lambda *_: analyzer, raising=False)
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", MANUAL.read_text(), re.DOTALL)[:2]
    exec(code, {})
    assert capsys.readouterr().out == printed


def test_an_unusable_pipeline_is_an_error_for_people() -> None:
    with pytest.raises(ModelError, match=r"^The pipeline en_no_such_one is not installed: "):
        Analyzer("en_no_such_one")


def test_the_documented_pipeline_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```(?:python|text)\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    _, _, pipeline, printed = blocks
    exec(pipeline, {})
    assert capsys.readouterr().out == printed
