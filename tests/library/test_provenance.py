"""The key of an analysis changes with what the analysis depends on, and with nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from reader.analysis import DEFAULT_MODEL
from reader.article import Article, DateSource, Range
from reader.library import provenance
from reader.library.provenance import key_of

ARTICLE = Article("A text.", "a.txt", date(2020, 5, 1), DateSource.OPTION)


def test_the_same_article_has_the_same_key_whatever_its_name():
    renamed = replace(ARTICLE, source="b.txt")
    assert key_of(renamed, DEFAULT_MODEL) == key_of(ARTICLE, DEFAULT_MODEL)


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text="A text!"),
        replace(ARTICLE, published=date(2020, 5, 2)),
        replace(ARTICLE, published=None),
        replace(ARTICLE, date_source=DateSource.TEXT, date_span=Range(0, 1)),
    ],
)
def test_another_article_has_another_key(other):
    assert key_of(other, DEFAULT_MODEL) != key_of(ARTICLE, DEFAULT_MODEL)


def test_another_model_has_another_key():
    assert key_of(ARTICLE, "not_installed") != key_of(ARTICLE, DEFAULT_MODEL)


def test_a_change_in_the_program_has_another_key(monkeypatch, tmp_path):
    program = tmp_path / "reader"
    for name in ("analysis", "article"):
        (program / name).mkdir(parents=True)
    (program / "__init__.py").write_text('__version__ = "1"')
    words = program / "analysis" / "words.txt"
    words.write_text("said")
    monkeypatch.setattr(provenance, "_ROOT", program)
    monkeypatch.setattr(provenance, "_program", provenance._program.__wrapped__)

    def key() -> str:
        return key_of(ARTICLE, DEFAULT_MODEL)

    keys = [key()]
    words.write_text("said\nasked")
    keys.append(key())
    (program / "__init__.py").write_text('__version__ = "2"')
    keys.append(key())
    assert len({*keys, key()}) == 3


def test_a_text_with_lone_surrogates_has_a_key():
    assert key_of(Article("\ud800"), DEFAULT_MODEL)
