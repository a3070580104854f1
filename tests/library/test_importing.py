"""Other people's notes come in beside one's own, and go out in forms that others read."""

import json
from pathlib import Path

import pytest

from reader.analysis import Analysis, Annotations, Colour
from reader.article import Article
from reader.cli import main
from reader.corrections import Change, Finder, Remark, anchor_of, located
from reader.corrections.hand import encoded
from reader.export.registry import FORMATS
from reader.library.handmade import with_handwork
from reader.library.importing import ImportedNotesError, import_notes, read_notes, sentences
from reader.library.keeper import Keeper, Kept, Opened, Unkept, identity_of
from reader.library.library import Library
from reader.library.sidecar import joined, read_sidecar, sidecar_of, write_sidecar
from reader.reading.handwork import Handwork
from tests.corrections.acts import at
from tests.tui.readings import HARBOUR, harbour, harbour_annotations

ARTICLE = Article.from_text(HARBOUR, source="harbour.txt")
MINE = Remark(id="n1", place=at("reopened the quay"), text="At last", tags=("quay",))
THEIRS = Remark(id="n2", place=at("a fisherman"), colour=Colour.BLUE)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data" / "library.sqlite")


def kept(library: Library, *items) -> None:
    library.keep(identity_of(ARTICLE, ""), None, [Change(None, item) for item in items])


def items_of(library: Library):
    found = library.find(identity_of(ARTICLE, ""))
    return {item.id: item for item in found.items} if found else {}


def file_of(path: Path, *items) -> Path:
    write_sidecar(path, items)
    return path


def test_a_sidecar_of_somebody_else(library, tmp_path):
    kept(library, MINE)
    done = import_notes(library, file_of(tmp_path / "a.jsonl", MINE, THEIRS), ARTICLE, "")
    assert (done.new, done.known, done.conflicts, done.lost) == ((THEIRS,), 1, (), ())
    assert items_of(library) == {"n1": MINE, "n2": THEIRS}


def test_a_conflict_keeps_both_and_shows_both(library, tmp_path):
    kept(library, MINE)
    other = Remark(id="n1", place=MINE.place, text="Too soon")
    path = file_of(tmp_path / "a.jsonl", other)
    done = import_notes(library, path, ARTICLE, "")
    assert len(done.conflicts) == 1
    texts = {item.text for item in items_of(library).values()}
    assert texts == {"At last", "Too soon"}
    told = " ".join(sentences(done, "a.jsonl"))
    assert "At last" in told
    assert "Too soon" in told
    assert import_notes(library, path, ARTICLE, "").new == ()


def test_notes_on_words_that_are_not_there_are_told(library, tmp_path):
    lost = Remark(id="n9", place=anchor_of("Something else entirely", 0, 14), text="Where?")
    done = import_notes(library, file_of(tmp_path / "a.jsonl", lost), ARTICLE, "")
    assert done.lost == (lost,)


def test_web_annotations_go_out_and_come_back(library, tmp_path):
    notes, _ = located([MINE, THEIRS], Finder(HARBOUR))
    path = tmp_path / "harbour.annotations.json"
    analysis = Analysis.of(ARTICLE, harbour_annotations(), tuple(notes))
    path.write_bytes(FORMATS["annotations"].write(analysis))
    page = json.loads(path.read_text())
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert [one["motivation"] for one in page["items"]] == ["commenting", "highlighting"]
    quote, position = page["items"][0]["target"]["selector"]
    assert HARBOUR[position["start"] : position["end"]] == quote["exact"] == "reopened the quay"
    back = {item.id: item for item in read_notes(path)}
    assert (back["n1"].text, back["n1"].tags) == ("At last", ("quay",))
    assert back["n2"].colour is Colour.BLUE
    assert len(import_notes(library, path, ARTICLE, "").new) == 2


def test_ones_own_export_brings_nothing_new_and_no_conflict(library, tmp_path):
    kept(library, MINE, THEIRS)
    notes, _ = located([MINE, THEIRS], Finder(HARBOUR))
    path = tmp_path / "harbour.annotations.json"
    analysis = Analysis.of(ARTICLE, harbour_annotations(), tuple(notes))
    page = json.loads(FORMATS["annotations"].write(analysis))
    for one in page["items"]:
        one["modified"] = "2030-01-01T00:00:00+00:00"
    path.write_text(json.dumps(page))
    done = import_notes(library, path, ARTICLE, "")
    assert (done.new, done.known, done.conflicts) == ((), 2, ())
    assert items_of(library) == {"n1": MINE, "n2": THEIRS}


@pytest.mark.parametrize(
    "annotation",
    [
        {"body": {"type": "TextualBody", "value": "hm"}},
        {"bodyValue": "hm"},
        {"body": [{"value": "hm", "purpose": "commenting"}, {"value": "t", "purpose": "tagging"}]},
        {"text": "hm", "tags": ["t"]},
    ],
)
def test_web_annotations_of_other_programs(tmp_path, annotation):
    selector = {"type": "TextQuoteSelector", "exact": "the ferry", "prefix": "denied that "}
    target = {"source": "https://example.org/harbour", "selector": selector}
    path = tmp_path / "other.json"
    path.write_text(json.dumps([{"type": "Annotation", "target": target, **annotation}]))
    (item,) = read_notes(path)
    assert (item.text, item.place.exact, item.by) == ("hm", "the ferry", "other")


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", '{"target": 5}', "no notes\n", "[[[]]]"])
def test_a_file_without_notes_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content)
    with pytest.raises(ImportedNotesError, match="holds no notes: name a"):
        read_notes(path)


def test_a_sidecar_is_sorted_and_keeps_lines_it_does_not_know(tmp_path):
    path = tmp_path / "a.notes.jsonl"
    path.write_text('{"type":"of the future"}\n<<<<<<< conflict\n')
    write_sidecar(path, [THEIRS, MINE])
    lines = path.read_text().splitlines()
    assert lines[:2] == [encoded(MINE).decode(), encoded(THEIRS).decode()]
    assert lines[2:] == ['{"type":"of the future"}', "<<<<<<< conflict"]
    assert read_sidecar(path).items == (MINE, THEIRS)


def test_the_later_change_counts():
    old = Remark(id="n1", place=MINE.place, text="old")
    made, new = joined([MINE], [old])
    assert (made, new) == ([MINE], [])


def keeper_of(library, article, place):
    told = []
    return Keeper(library, article, str(place), told.append), told


def test_an_existing_sidecar_is_read_and_written(library, tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR)
    file_of(sidecar_of(path), THEIRS)
    keeper, told = keeper_of(library, ARTICLE, path)
    from reader.corrections import Step

    keeper.keep(Step("noted", (Change(None, MINE),)))
    assert keeper.close() == ""
    assert isinstance(told[0], Opened)
    assert told[0].items == (THEIRS,)
    assert isinstance(told[1], Kept)
    assert set(read_sidecar(sidecar_of(path)).items) == {MINE, THEIRS}


def test_what_cannot_be_kept_waits(tmp_path):
    (tmp_path / "file").write_text("in the way")
    keeper, told = keeper_of(Library(tmp_path / "file" / "x.sqlite"), ARTICLE, "")
    from reader.corrections import Step

    keeper.keep(Step("noted", (Change(None, MINE),)))
    assert keeper.close() == "1 of your changes to this article could not be saved."
    assert isinstance(told[1], Unkept)


def test_another_article_at_the_same_place_has_no_notes(library, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(HARBOUR)
    library.keep(identity_of(ARTICLE, str(path)), None, [Change(None, MINE)])
    library.close()  # another thread goes on with it
    path.write_text("Snow fell on every road of the mountains.")
    keeper, told = keeper_of(library, Article.from_text(path.read_text()), path)
    keeper.close()
    assert told[0].items == ()
    path.write_text("New line.\n\n" + HARBOUR)
    keeper, told = keeper_of(library, Article.from_text(path.read_text()), path)
    keeper.close()
    assert told[0].items == (MINE,)
    assert "has changed since these notes were made" in told[0].sentence


def test_exports_have_what_a_person_made(library):
    kept(library, MINE)
    machine = Analysis.of(ARTICLE, harbour_annotations())
    analysis = with_handwork(library, machine, ARTICLE, "")
    assert [note.text for note in analysis.notes] == ["At last"]
    assert "At last" in FORMATS["markdown"].write(analysis).decode()
    assert json.loads(FORMATS["json"].write(analysis))["notes"][0]["by"] == "person"
    other = Article.from_text("Snow fell.")
    bare = Analysis.of(other, Annotations())
    assert with_handwork(library, bare, other, "") is bare


def test_the_command_imports_and_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    article = tmp_path / "harbour.txt"
    article.write_text(HARBOUR)
    notes = file_of(tmp_path / "theirs.jsonl", MINE, THEIRS)
    assert main(["--import-notes", str(notes), str(article)]) == 0
    assert capsys.readouterr().out == "2 entries of theirs.jsonl imported.\n"
    assert set(items_of(Library())) == {"n1", "n2"}
    assert main(["--import-notes", str(tmp_path / "none"), str(article)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["--import-notes", str(notes)]) == 2


def test_words_of_notes_are_found_in_the_article():
    reading = harbour()
    reading.handwork = Handwork(reading)
    reading.handwork.load([MINE])
    reading.find("at last")
    assert reading.search is not None
    assert list(zip(reading.search.starts, reading.search.ends, strict=True)) == [
        (MINE.place.start, MINE.place.end)
    ]
    assert reading.caret == MINE.place.start
    reading.find("quay")
    assert len(reading.search) == 2  # not once more for its tag
