"""What a person taught holds in the next article."""

from pathlib import Path

import pytest

from reader.analysis import DEFAULT_MODEL, Kind, Known
from reader.analysis.analyzer import Analyzer
from reader.article import Article
from reader.corrections import EntityRef, anchor_of
from reader.corrections.types import Merge, NoMention, Rename, Retype
from reader.library.provenance import key_of
from reader.library.taught import read_always, teach

TEXT = "HVWB raised the price of water. The Harrow Valley Water Board said nothing."
BOARD = EntityRef("Harrow Valley Water Board", Kind.ORGANIZATION, (anchor_of(TEXT, 36, 61),))
SHORT = EntityRef("HVWB", Kind.UNKNOWN, (anchor_of(TEXT, 0, 4),))
MERGE = Merge(id="c", entity=SHORT, into=BOARD)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "always.txt"


def test_a_merge_is_a_line_that_people_can_read(path):
    known = Known("Harrow Valley Water Board", ("HVWB",), Kind.ORGANIZATION)
    assert teach(MERGE, path) == known
    assert path.read_text().splitlines()[-1] == ("Harrow Valley Water Board = HVWB | organization")
    assert read_always(path) == (known,)


def test_lines_of_others_and_what_was_known_stay(path):
    path.parent.mkdir()
    path.write_text("# mine\nsomething else\nHarrow Valley Water Board = the Board\n")
    teach(MERGE, path)
    assert path.read_text().splitlines() == [
        "# mine",
        "something else",
        "Harrow Valley Water Board = the Board, HVWB | organization",
    ]


def test_names_and_kinds(path):
    teach(Rename(id="a", entity=SHORT, name="Water, Board = one"), path)
    teach(Retype(id="b", entity=BOARD, kind=Kind.FACILITY), path)
    assert read_always(path) == (
        Known("Water Board one", ("HVWB",), Kind.UNKNOWN),
        Known("Harrow Valley Water Board", (), Kind.FACILITY),
    )
    assert teach(NoMention(id="c", place=SHORT.places[0]), path) is None


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"= | |\n", b"a = b | nonsense\n", b"alone"])
def test_what_is_no_list_teaches_nothing(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert read_always(path) == ()


def test_the_analysis_takes_it_as_evidence():
    analyzer = Analyzer()
    article = Article.from_text(
        "Tolvane Rud raised the price of water on Monday. Harrow Weir said nothing. "
        "Tolvane Rud had promised not to."
    )
    apart = {entity.name for entity in analyzer.analyze(article).entities}
    assert {"Tolvane Rud", "Harrow Weir"} <= apart
    known = (Known("Harrow Weir", ("Tolvane Rud",), Kind.ORGANIZATION),)
    taught = Analyzer(known=known).analyze(article)
    (one,) = [entity for entity in taught.entities if entity.kind is Kind.ORGANIZATION]
    names = {article.text[m.start : m.end] for m in one.mentions}
    assert {"Tolvane Rud", "Harrow Weir"} <= names


def test_a_name_of_the_list_is_found_though_the_model_does_not_know_it():
    text = "The keys were left with Quick And Sons on Monday. Quick And Sons said nothing."
    article = Article.from_text(text)
    known = (Known("Quick And Sons", (), Kind.ORGANIZATION),)
    (firm,) = [e for e in Analyzer(known=known).analyze(article).entities if e.name[:1] == "Q"]
    assert (firm.name, firm.kind) == ("Quick And Sons", Kind.ORGANIZATION)
    assert {mention.rule_id for mention in firm.mentions} == {"accepted"}


def test_a_kind_that_was_said_settles_who_a_pronoun_means():
    text = "Harrow Weir spoke to Ada Brask on Monday. She left."
    article = Article.from_text(text)
    known = (Known("Harrow Weir", (), Kind.FACILITY),)
    found = {e.name: e for e in Analyzer(known=known).analyze(article).entities}
    assert found["Harrow Weir"].kind is Kind.FACILITY
    she = text.index("She")
    assert [m.start for m in found["Ada Brask"].mentions][-1] == she


def test_another_lesson_is_another_analysis_in_the_cache():
    article = Article.from_text(TEXT)
    plain = key_of(article, DEFAULT_MODEL)
    assert key_of(article, DEFAULT_MODEL, ()) == plain
    assert key_of(article, DEFAULT_MODEL, (Known("a", ("b",)),)) != plain
