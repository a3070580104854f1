"""The analysis in a spaCy pipeline, as `import reader.spacy` gives it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import reader.spacy
from reader import Analyzer
from reader.analysis import DEFAULT_MODEL, Analysis
from reader.analysis.spacy_components import article_of

from ..golden import SAMPLES, found, sample

TEXT = (
    "Harbour reopens\n\nMara Voss, the mayor, met the crew on Friday.\n\n"
    "“The quay is safe,” Ms. Voss said. The storm closed it in March 2021."
)
_NOT_COMPARED = ("id", "rule", "rule_id")


@pytest.fixture(scope="module")
def nlp() -> Language:
    """An English pipeline that a user has loaded, with our component at its end."""
    assert reader.spacy
    pipeline = spacy.load(DEFAULT_MODEL)
    pipeline.add_pipe("reader")
    return pipeline


def plain(value: Any) -> Any:
    """An annotation without its id and without what explains it."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key not in _NOT_COMPARED}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def listed(analysis: Analysis) -> list[str]:
    """All annotations, each as a string that can be compared."""
    groups = found(analysis).items()
    return [json.dumps([name, plain(one)]) for name, group in groups for one in group]


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.txt")))
def test_the_samples_are_analysed_as_by_the_analyzer(
    name: str, nlp: Language, analyzer: Analyzer
) -> None:
    article = sample(name)
    expected = listed(analyzer.analyze(article))
    got = listed(nlp(article.text)._.reader)
    # The pipeline makes tokens of line ends, the Analyzer does not: the model sees other
    # neighbours at the borders of paragraphs.
    same = sum(one in got for one in expected)
    assert same >= 0.98 * len(expected)
    assert len(got) <= 1.02 * len(expected)


def test_annotations_are_spans_with_the_ids_of_the_analysis(nlp: Language) -> None:
    doc = nlp(TEXT)
    analysis = doc._.reader
    voss = next(entity for entity in analysis.entities if entity.name == "Mara Voss")
    shown = [span.text for span in doc.spans["entities"] if span.id_ == voss.id]
    assert shown == [TEXT[mention.start : mention.end] for mention in voss.mentions]
    assert {span.label_ for span in doc.spans["entities"] if span.id_ == voss.id} == {"person"}
    assert [(span.text, span.label_) for span in doc.spans["quotes"]] == [
        ("“The quay is safe,”", "direct")
    ]
    assert [span.text for span in doc.spans["times"]] == ["Friday", "March 2021"]
    assert {span.id_ for span in doc.spans["events"]} == {one.id for one in analysis.timeline}


def test_the_date_comes_from_the_doc_then_from_the_text_then_from_the_pipeline() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("reader", config={"published": "2013-03-22"})

    def monday(doc: Doc) -> str | None:
        return nlp(doc)._.reader.times[-1].value

    told = "The ferry sank on Monday."
    assert monday(nlp.make_doc(told)) == "2013-03-18"
    assert monday(nlp.make_doc(f"Published 10 October 2024\n\n{told}")) == "2024-10-07"
    doc = nlp.make_doc(f"Published 10 October 2024\n\n{told}")
    doc._.reader_published = date(2020, 1, 2)
    assert monday(doc) == "2019-12-30"


def test_a_missing_component_is_named() -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["parser"])
    nlp.add_pipe("reader")
    with pytest.raises(ValueError, match="needs the component 'parser' before it"):
        nlp(TEXT)


def test_a_saved_pipeline_works_after_loading(nlp: Language, tmp_path: Any) -> None:
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again.pipe_names == nlp.pipe_names
    assert again(TEXT)._.reader == nlp(TEXT)._.reader


def test_the_analysis_is_kept_where_a_doc_is_stored(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.reader == doc._.reader
    assert Doc(nlp.vocab)._.reader is None


def test_paragraphs_can_be_left_to_the_pipeline() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("reader", config={"paragraphs": False})
    assert "reader_paragraphs" not in nlp.pipe_names
    assert nlp(TEXT)._.reader.quotes


@given(st.text(alphabet='aB .“”"\r\n\t\ufeff\u200b😀é1,', max_size=120))
@settings(max_examples=30)
def test_every_span_lies_where_the_analysis_says(text: str) -> None:
    nlp = _cached()
    doc = nlp(text)
    assert len(article_of(doc).text) == len(doc.text)
    for group in ("entities", "quotes", "times", "events"):
        for span in doc.spans[group]:
            assert 0 <= span.start_char < span.end_char <= len(doc.text)


_kept: list[Language] = []


def _cached() -> Language:
    if not _kept:
        _kept.append(spacy.load(DEFAULT_MODEL))
        _kept[0].add_pipe("reader")
    return _kept[0]
